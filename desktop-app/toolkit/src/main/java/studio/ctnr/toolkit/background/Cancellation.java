package studio.ctnr.toolkit.background;

import java.util.concurrent.Callable;

/** Interrupts the thread of one piece of work, and never the same thread after the work has left it. */
final class Cancellation {
    private boolean cancelled;
    private Thread worker;

    <T> T guard(Callable<T> work) throws Exception {
        synchronized (this) {
            if (cancelled) {
                throw new InterruptedException();
            }
            worker = Thread.currentThread();
        }
        try {
            return work.call();
        } finally {
            synchronized (this) {
                worker = null;
                if (cancelled) {
                    Thread.interrupted();
                }
            }
        }
    }

    synchronized void cancel() {
        cancelled = true;
        if (worker != null) {
            worker.interrupt();
        }
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }
}
