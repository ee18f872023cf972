package studio.ctnr.cli;

import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import studio.ctnr.container.Progress;

/**
 * One line on a terminal that tells what is being done, rewritten in place ten times a second at most. In a pipe nothing
 * is written. Work that reports here stops when the command is cancelled.
 */
final class ProgressLine implements Progress, AutoCloseable {
    private static final long BETWEEN = 100_000_000;
    private static final String CLEAR = "\r\u001b[2K";

    private final PrintWriter terminal;
    private final int width;
    private final ProgressAmount amount;
    private final BooleanSupplier cancelled;
    private final LongSupplier nanoTime;
    private long next;
    private boolean shown;

    /**
     * @param terminal where to write; null when there is none
     * @param width of the terminal, in columns
     * @param unit what the work counts
     */
    ProgressLine(
            PrintWriter terminal,
            int width,
            ProgressAmount.Unit unit,
            BooleanSupplier cancelled,
            LongSupplier nanoTime) {
        this.terminal = terminal;
        this.width = width;
        this.amount = new ProgressAmount(unit);
        this.cancelled = cancelled;
        this.nanoTime = nanoTime;
        this.next = nanoTime.getAsLong();
    }

    @Override
    public synchronized void at(String doing, long done, long total) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        if (terminal == null) {
            return;
        }
        long now = nanoTime.getAsLong();
        if (now - next < 0) {
            return;
        }
        next = now + BETWEEN;
        terminal.print(CLEAR + fit(amount.text(done, total, now), printable(doing)));
        terminal.flush();
        shown = true;
    }

    /** Long texts lose their middle: the ends of a path tell most. */
    private String fit(String share, String doing) {
        int room = Math.max(3, width - share.length() - 1);
        if (doing.length() <= room) {
            return share + doing;
        }
        int head = room / 3;
        int tail = room - head - 1;
        return share + doing.substring(0, head) + "…" + doing.substring(doing.length() - tail);
    }

    /** A file's name may hold anything, and a terminal obeys what it is sent. */
    private static String printable(String text) {
        return text.codePoints().anyMatch(Character::isISOControl) ? text.replaceAll("\\p{Cntrl}", "?") : text;
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        if (shown) {
            terminal.print(CLEAR);
            terminal.flush();
            shown = false;
        }
    }
}
