package studio.ctnr.engine.internal.session;

import java.util.concurrent.CancellationException;

/** Whether a capture's session may go on: it can be finished once, and cancelled at any time and from any thread. */
public final class SessionState {
    private boolean finished;
    private volatile boolean cancelled;

    /** Of a session that has just begun. */
    public SessionState() {}

    public void finish() {
        finished = true;
    }

    public void cancel() {
        cancelled = true;
    }

    /** @throws CancellationException after {@link #cancel()} */
    public void checkCancelled() {
        if (cancelled) {
            throw new CancellationException("The capture was cancelled");
        }
    }

    /**
     * @throws CancellationException after {@link #cancel()}
     * @throws IllegalStateException after {@link #finish()}
     */
    public void requireRunning() {
        checkCancelled();
        if (finished) {
            throw new IllegalStateException("The session is finished");
        }
    }
}
