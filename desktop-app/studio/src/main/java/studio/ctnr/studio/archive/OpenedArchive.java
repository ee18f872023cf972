package studio.ctnr.studio.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.FileTree;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.container.archive.Archive;
import studio.ctnr.container.archive.manifest.Manifest;
import studio.ctnr.container.view.ContainerView;
import studio.ctnr.container.view.ViewedMachine;

/**
 * A {@code .ctnr} that is looked at without being imported. Only its config.yml and its hives are taken out of it at
 * once, into a folder that goes when it is closed; other files when somebody wants to see them.
 */
public final class OpenedArchive implements AutoCloseable {
    private static final String CONFIG = "config.yml";
    private static final List<String> HIVES = List.of("user/Registry/HKCU.hiv", "user/Registry/HKLM-SW.hiv");

    private final Archive archive;
    private final Path folder;
    private final String config;
    private final Map<String, Path> taken = new HashMap<>();

    private OpenedArchive(Archive archive, Path folder, String config) {
        this.archive = archive;
        this.folder = folder;
        this.config = config;
    }

    /** @throws studio.ctnr.container.archive.ArchiveException when it is no archive, or one that is refused */
    public static OpenedArchive open(Path file) throws IOException {
        Archive archive = Archive.open(file);
        Path folder = null;
        try {
            folder = Files.createTempDirectory("ctnr-view-");
            for (String hive : HIVES) {
                if (archive.manifest().find(hive).isPresent()) {
                    copy(archive, hive, folder.resolve(hive));
                }
            }
            try (InputStream text = archive.read(CONFIG)) {
                return new OpenedArchive(archive, folder, new String(text.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException | RuntimeException e) {
            archive.close();
            if (folder != null) {
                FileTree.delete(folder);
            }
            throw e;
        }
    }

    public Path file() {
        return archive.path();
    }

    public Manifest manifest() {
        return archive.manifest();
    }

    /** The text of its config.yml. */
    public String config() {
        return config;
    }

    /** Holds its hives where a container has them, and nothing else. */
    public ContainerFolder hives() {
        return new ContainerFolder(folder);
    }

    /** What an application of it sees. */
    public ContainerView view() throws IOException {
        return ContainerView.of(archive, ViewedMachine.usual());
    }

    /** The content of one of its files, by a path with slashes; the copy goes when this is closed. */
    public synchronized Path take(String path) throws IOException {
        String folded = WindowsNames.fold(path);
        Path known = taken.get(folded);
        if (known == null) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            known = folder.resolve("files")
                    .resolve(Integer.toString(taken.size()))
                    .resolve(name);
            copy(archive, path, known);
            taken.put(folded, known);
        }
        return known;
    }

    private static void copy(Archive archive, String path, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (InputStream content = archive.read(path)) {
            Files.copy(content, to);
        } catch (IOException e) {
            Files.deleteIfExists(to);
            throw e;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        archive.close();
        FileTree.delete(folder);
    }
}
