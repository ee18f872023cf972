package studio.ctnr.workbench.icon;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import studio.ctnr.container.ContainerFolder;

/** The picture that stands for a container: the icon of its config.yml, or the first that was taken out of its programs. */
public final class ContainerIcons {
    /** No icon is larger, and what claims to be is not read. */
    private static final long LARGEST = 16 << 20;

    private ContainerIcons() {}

    /**
     * Reads it from the disk.
     *
     * @param icon as config.yml has it; an index behind a comma is passed over
     * @param size how wide it is to be shown, in pixels
     * @return empty when the container has no picture that can be read
     */
    public static Optional<Picture> read(ContainerFolder container, Optional<String> icon, int size) {
        try {
            for (Path file : candidates(container, icon)) {
                Optional<Picture> picture = read(file, size);
                if (picture.isPresent()) {
                    return picture;
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static List<Path> candidates(ContainerFolder container, Optional<String> icon) throws IOException {
        List<Path> candidates = new ArrayList<>();
        if (icon.isPresent()) {
            String path = icon.get().replace('\\', '/').replaceFirst(",-?\\d+$", "");
            container.find(path).ifPresent(candidates::add);
        }
        Path taken = container.root().resolve("bin/icons");
        if (Files.isDirectory(taken)) {
            try (DirectoryStream<Path> icons = Files.newDirectoryStream(taken)) {
                StreamSupport.stream(icons.spliterator(), false).sorted().forEach(candidates::add);
            }
        }
        return candidates;
    }

    private static Optional<Picture> read(Path file, int size) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            return Optional.empty();
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".ico")) {
            return IconFile.picture(Files.readAllBytes(file), size);
        }
        if (name.endsWith(".png")) {
            var image = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(file)));
            if (image != null) {
                int width = image.getWidth();
                return Optional.of(new Picture(
                        width, image.getHeight(), image.getRGB(0, 0, width, image.getHeight(), null, 0, width)));
            }
        }
        return Optional.empty();
    }
}
