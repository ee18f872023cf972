package studio.ctnr.engine.change;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import studio.ctnr.container.WindowsPath;

/** Everything that differs between the clean machine and the end of a capture; never held in memory as a whole. */
public interface ChangeSet {
    /** The machine it was captured on. */
    CaptureMachine machine();

    /** The processes that the changes' {@link Writing}s name. */
    default ProcessTree processes() throws IOException {
        return ProcessTree.NONE;
    }

    /** Every changed file and folder, once, in the order of their paths; the caller closes the stream. */
    Stream<FileChange> files() throws IOException;

    /**
     * Every changed key and value, once, in the order of their keys; a key's own change comes before those of its
     * values, which are in the order of their names. The current user's part of HKU is called HKCU. The caller closes
     * the stream.
     */
    Stream<RegistryChange> registry() throws IOException;

    /**
     * Where the bytes of a file that was added or changed lie on this host.
     *
     * @param file the path of a change that is no folder and was not deleted
     */
    Path content(WindowsPath file);

    /**
     * Where the bytes lie that a changed file had on the clean machine.
     *
     * @param file the path of a change of a file that was one before, too
     * @return empty where they were not kept: of large files, and of machines that can't be asked afterwards
     */
    default Optional<Path> earlier(WindowsPath file) {
        return Optional.empty();
    }
}
