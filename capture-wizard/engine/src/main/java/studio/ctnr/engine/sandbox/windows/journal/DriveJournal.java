package studio.ctnr.engine.sandbox.windows.journal;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Consumer;

/** The change journal of one drive. Whatever keeps it from being used is an IOException that says so. */
interface DriveJournal extends FileNames, Closeable {
    /** Opens the journal of a drive, such as {@code C:\}. */
    interface Opener {
        DriveJournal open(String drive) throws IOException;
    }

    /** The moment that it is. */
    JournalMark mark() throws IOException;

    /**
     * Reads all records since a moment.
     *
     * @throws IOException also when the journal is not the same any more, or has lost records since
     */
    void read(JournalMark since, Consumer<JournalRecord> records) throws IOException;
}
