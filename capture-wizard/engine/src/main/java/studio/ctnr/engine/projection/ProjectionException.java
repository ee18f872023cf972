package studio.ctnr.engine.projection;

import java.io.IOException;

/** A projection can't be made; the message names the thing, the place and the remedy. */
public final class ProjectionException extends IOException {
    private static final long serialVersionUID = 1L;

    public ProjectionException(String message) {
        super(message);
    }

    public ProjectionException(String message, Throwable cause) {
        super(message, cause);
    }
}
