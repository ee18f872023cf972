package studio.ctnr.engine.projection.internal.registered;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import studio.ctnr.engine.amend.Described;
import studio.ctnr.engine.projection.report.Note;

/**
 * The icons that an engineer gave, from a folder beside the capture.
 *
 * @param folder may be missing
 */
public record OwnIcons(Optional<Path> folder, Consumer<Note> notes) {
    private static final int LARGEST = 16 << 20;

    /** Those that are named, by their paths in the container; what can't be read is told and left out. */
    public Map<String, byte[]> of(Described said) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : said.icons()) {
            Optional<Path> file = folder.map(place -> place.resolve(name))
                    .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS));
            if (file.isPresent()) {
                read(name, file.get()).ifPresent(icon -> files.put(Described.ICONS + name, icon));
            }
        }
        return files;
    }

    private Optional<byte[]> read(String name, Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                notes.accept(new Note(Note.Topic.ICON, name, "It is larger than 16 MB, and is left out."));
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            notes.accept(new Note(Note.Topic.ICON, name, "It can't be read: " + unreadable.getMessage()));
            return Optional.empty();
        }
    }
}
