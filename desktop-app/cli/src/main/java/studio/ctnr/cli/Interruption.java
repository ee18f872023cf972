package studio.ctnr.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl+C, or a polite kill: the command is told to stop, and the program ends only when it has cleaned up after itself,
 * or has not managed to in a while.
 */
final class Interruption {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch cleanedUp = new CountDownLatch(1);
    private volatile boolean requested;
    private volatile Runnable action = () -> {};

    /** Listens from now on. */
    void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "interruption"));
    }

    /** Whether the command is to stop. */
    boolean requested() {
        return requested;
    }

    /** What to do when the command is to stop, beside answering {@link #requested()}; replaces what was said before. */
    void onRequest(Runnable whatToDo) {
        action = whatToDo;
        if (requested) {
            whatToDo.run();
        }
    }

    private void stop() {
        if (cleanedUp.getCount() == 0) {
            return;
        }
        requested = true;
        action.run();
        try {
            cleanedUp.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The command has returned: ends the program with its exit code, or lets an interruption that waits for this end it.
     */
    void end(int exitCode) {
        cleanedUp.countDown();
        if (!requested) {
            System.exit(exitCode);
        }
    }
}
