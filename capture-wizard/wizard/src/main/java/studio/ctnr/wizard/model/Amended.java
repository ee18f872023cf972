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
    private final SeenFile seen = new SeenFile();
    private Amendments written;
    private volatile int taken;

    public Amended() {}

    /** As it is now, read from the file the first time; off the FX thread. */
    public synchronized Amendments read(Path file) throws IOException {
        if (newest == null) {
            seen.look(file);
            written = Amendments.read(file);
            newest = written;
        }
        return newest;
    }

    /** What the file says takes the place of what was set; off the FX thread. */
    public synchronized Amendments take(Path file) throws IOException {
        seen.look(file);
        Amendments now = Amendments.read(file);
        written = now;
        newest = now;
        taken++;
        return now;
    }

    /** How often that was done. */
    public int taken() {
        return taken;
    }

    /** As it is now; once it was read. */
    public Amendments now() {
        return newest;
    }

    public void set(Amendments changed) {
        newest = changed;
    }

    /**
     * Writes what was set last, unless that was done; off the FX thread.
     *
     * @throws ChangedFileException when another program wrote to the file meanwhile: it is left as it is
     */
    public synchronized void write(Path file) throws IOException {
        Amendments now = newest;
        if (now != null && now != written) {
            seen.refuseChanged(file);
            now.write(file);
            seen.look(file);
            written = now;
        }
    }
}
