package studio.ctnr.container.archive.internal;

import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets the frames through in their order, whichever thread has which: what has to see the bytes one after the other
 * (a hash over several frames, the file's end) happens in {@link #pass}, and everything else beside it.
 */
public final class Turnstile {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private int next;
    private boolean broken;

    /** What happens at the turnstile. */
    @FunctionalInterface
    public interface Step {
        void run() throws IOException;
    }

    /** Thrown to those that wait when another thread has failed; that one's failure is the one to tell. */
    static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Abandoned() {
            super("Another thread has failed", null, false, false);
        }
    }

    /** Waits until every frame before {@code frame} is through, then runs {@code step}. */
    public void pass(int frame, Step step) throws IOException {
        lock.lock();
        try {
            while (next != frame && !broken) {
                moved.awaitUninterruptibly();
            }
            if (broken) {
                throw new Abandoned();
            }
            step.run();
            next++;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Sends everybody home who waits or will. */
    void abandon() {
        lock.lock();
        try {
            broken = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
