package studio.ctnr.container.archive.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.EntryKind;

/** The files and folders below one folder, by their entries: attributes and streams as this host keeps them. */
public final class EntryFiles {
    private final HostFiles host = HostFiles.here();
    private final Path root;

    public EntryFiles(Path root) {
        this.root = root;
    }

    /** Opens a file or stream; a link is not followed. */
    public InputStream open(Entry entry) throws IOException {
        return Channels.newInputStream(host.read(root, entry.path()));
    }

    /** What a file is filled with. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Makes a file, stream or whiteout, without attributes and time. */
    public void create(Entry entry, Content content) throws IOException {
        try (FileChannel file = host.create(root, entry.path());
                OutputStream out = Channels.newOutputStream(file)) {
            content.writeTo(out);
        }
    }

    public void createFolder(Entry entry) throws IOException {
        Files.createDirectories(root.resolve(entry.path()));
    }

    /**
     * Gives a file or folder its attributes, and a file its time: after all of its streams, since writing to one gives
     * the file a new time.
     */
    public void finish(Entry entry) throws IOException {
        if (entry.kind() != EntryKind.STREAM || host.streamsAreFiles()) {
            boolean folder = entry.kind() == EntryKind.FOLDER;
            host.finish(root.resolve(entry.path()), folder, entry.attributes(), entry.modified());
        }
    }
}
