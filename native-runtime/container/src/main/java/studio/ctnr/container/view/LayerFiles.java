package studio.ctnr.container.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.archive.manifest.EntryKind;
import studio.ctnr.container.archive.manifest.Manifest;

/** The names that a container has, whiteouts among them: those of a folder on disk, or of an archive. */
@FunctionalInterface
interface LayerFiles {
    enum Kind {
        FILE,
        FOLDER
    }

    /** What lies at a container path, whatever the case of its names; empty for nothing. */
    Optional<Kind> at(String path) throws IOException;

    static LayerFiles of(ContainerFolder folder) {
        return path -> {
            Optional<Path> found = folder.find(path);
            return found.map(place -> Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS) ? Kind.FOLDER : Kind.FILE);
        };
    }

    static LayerFiles of(Manifest manifest) {
        return path -> manifest.find(path).map(entry -> entry.kind() == EntryKind.FOLDER ? Kind.FOLDER : Kind.FILE);
    }
}
