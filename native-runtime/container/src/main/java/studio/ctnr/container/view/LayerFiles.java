package studio.ctnr.container.view;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.LinkMarker;
import studio.ctnr.container.archive.Archive;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.EntryKind;

/** The names that a container has, whiteouts among them: those of a folder on disk, or of an archive. */
interface LayerFiles {
    enum Kind {
        FILE,
        FOLDER
    }

    /** What lies at a container path, whatever the case of its names; empty for nothing. */
    Optional<Kind> at(String path) throws IOException;

    /** The first bytes of a file, one more than a marker can have; empty when there is none. */
    Optional<byte[]> content(String path) throws IOException;

    /** The link that a container path is. */
    default Optional<LinkMarker> link(String path) throws IOException {
        int name = path.lastIndexOf('/') + 1;
        Optional<byte[]> marker = content(path.substring(0, name) + LinkMarker.markerFor(path.substring(name)));
        return marker.isPresent() && at(path).isPresent() ? LinkMarker.of(marker.get()) : Optional.empty();
    }

    static LayerFiles of(ContainerFolder folder) {
        return new LayerFiles() {
            @Override
            public Optional<Kind> at(String path) throws IOException {
                Optional<Path> found = folder.find(path);
                return found.map(
                        place -> Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS) ? Kind.FOLDER : Kind.FILE);
            }

            @Override
            public Optional<byte[]> content(String path) throws IOException {
                Optional<Path> found =
                        folder.find(path).filter(place -> Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS));
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                try (InputStream in = Files.newInputStream(found.get())) {
                    return Optional.of(in.readNBytes(LinkMarker.LONGEST + 1));
                }
            }
        };
    }

    static LayerFiles of(Archive archive) {
        return new LayerFiles() {
            @Override
            public Optional<Kind> at(String path) {
                return archive.manifest()
                        .find(path)
                        .map(entry -> entry.kind() == EntryKind.FOLDER ? Kind.FOLDER : Kind.FILE);
            }

            @Override
            public Optional<byte[]> content(String path) throws IOException {
                Optional<Entry> found = archive.manifest().find(path).filter(entry -> entry.kind() == EntryKind.FILE);
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                try (InputStream in = archive.read(found.get().path())) {
                    return Optional.of(in.readNBytes(LinkMarker.LONGEST + 1));
                }
            }
        };
    }
}
