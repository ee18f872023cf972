package studio.ctnr.wizard.model;

import java.io.IOException;
import java.nio.file.Path;
import studio.ctnr.engine.amend.Amendments;

/**
 * What is changed of the capture, which more than one page does. The pages set it on the FX thread and have it written
 * in the background; what was set last is what stays on disk.
 */
public final class Amended {
    private volatile Amendments newest;
    private Amendments written;

    public Amended() {}

    /** As it is now, read from the file the first time; off the FX thread. */
    public synchronized Amendments read(Path file) throws IOException {
        if (newest == null) {
            written = Amendments.read(file);
            newest = written;
        }
        return newest;
    }

    /** As it is now; once it was read. */
    public Amendments now() {
        return newest;
    }

    public void set(Amendments changed) {
        newest = changed;
    }

    /** Writes what was set last, unless that was done; off the FX thread. */
    public synchronized void write(Path file) throws IOException {
        Amendments now = newest;
        if (now != null && now != written) {
            now.write(file);
            written = now;
        }
    }
}
