package studio.ctnr.container.archive.internal;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;

/** How a host keeps what Windows has and others lack: attributes and alternate data streams. */
interface HostFiles {
    /** An alternate data stream of a file, and its size in bytes. */
    record Stream(String name, long size) {}

    /** For the machine that this runs on. */
    static HostFiles here() {
        return File.separatorChar == '\\' ? new WindowsFiles() : new PosixFiles();
    }

    /** What {@link #attributes} needs to know, in one call to the system. */
    BasicFileAttributes stat(Path file) throws IOException;

    /** The Windows attributes of a file or folder that {@code stat} was just read of. */
    int attributes(Path file, BasicFileAttributes stat) throws IOException;

    /** Gives a file or folder exactly these attributes, and a file its time. */
    void finish(Path file, boolean folder, int attributes, Instant modified) throws IOException;

    /** Whether a stream is a file of its own, with a name that holds a colon. */
    boolean streamsAreFiles();

    /** The streams of a file or folder, where they are not seen as files of their own. */
    List<Stream> streams(Path file) throws IOException;

    /** Opens a file or stream below {@code root} for reading; a link is not followed. */
    FileChannel read(Path root, String path) throws IOException;

    /** Makes a new file or stream below {@code root} and opens it for writing. */
    FileChannel create(Path root, String path) throws IOException;
}
