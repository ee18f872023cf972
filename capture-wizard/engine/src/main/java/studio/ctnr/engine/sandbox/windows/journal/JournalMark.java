package studio.ctnr.engine.sandbox.windows.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/**
 * A moment in a drive's journal.
 *
 * @param journal which journal: it gets another number when it is made anew
 * @param next the USN of the next record
 */
record JournalMark(long journal, long next) {
    /** Of the versions of records that {@link JournalPage} reads. */
    private static final short OLDEST = 2;

    private static final short NEWEST = 3;
    private static final int EVERY_REASON = -1;

    /** Reads a page of the journal. */
    interface Pages {
        /** @param request READ_USN_JOURNAL_DATA_V1 */
        ByteBuffer read(byte[] request) throws IOException;
    }

    /**
     * What FSCTL_QUERY_USN_JOURNAL says of a journal: USN_JOURNAL_DATA, of any version.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/api/winioctl/ns-winioctl-usn_journal_data_v0">its fields</a>
     */
    static JournalMark of(ByteBuffer data) throws IOException {
        if (data.remaining() < 24) {
            throw new IOException("the journal describes itself in %d bytes".formatted(data.remaining()));
        }
        ByteBuffer fields = data.slice().order(ByteOrder.LITTLE_ENDIAN);
        return new JournalMark(fields.getLong(0), fields.getLong(16));
    }

    /** Reads what was recorded from this moment to {@code end}, or a little later. */
    void read(JournalMark end, Pages pages, Consumer<JournalRecord> records) throws IOException {
        if (end.journal != journal) {
            throw new IOException("the journal was made anew in the meantime");
        }
        for (JournalMark at = this; at.next < end.next; ) {
            JournalPage page = JournalPage.read(pages.read(at.request()));
            if (page.next() <= at.next) {
                throw new IOException("the journal does not go on from record %d to %d".formatted(at.next, end.next));
            }
            page.records().forEach(records);
            at = new JournalMark(journal, page.next());
        }
    }

    /**
     * Asks for a page from this moment on.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/api/winioctl/ns-winioctl-read_usn_journal_data_v1">
     *     READ_USN_JOURNAL_DATA_V1</a>
     */
    private byte[] request() {
        return ByteBuffer.allocate(48)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(next)
                .putInt(EVERY_REASON)
                .putInt(0) // not only when a file is closed
                .putLong(0) // no time limit, since there is
                .putLong(0) // nothing to wait for
                .putLong(journal)
                .putShort(OLDEST)
                .putShort(NEWEST)
                .array();
    }
}
