package studio.ctnr.wizard.model;

import java.io.IOException;
import java.nio.file.Path;

/** A file of the project was changed by another program since it was seen, and is not written over. */
public final class ChangedFileException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Path file;
    private final transient SeenFile seen;

    ChangedFileException(Path file, SeenFile seen) {
        super(file + " was changed by another program; take what it says now, or write over it");
        this.file = file;
        this.seen = seen;
    }

    public Path file() {
        return file;
    }

    /** The file counts as seen as it is now: the next write goes over it. Off the FX thread. */
    public void writeOver() throws IOException {
        seen.look(file);
    }
}
