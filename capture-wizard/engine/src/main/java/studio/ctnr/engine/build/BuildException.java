package studio.ctnr.engine.build;

import java.io.IOException;

/** A project that should not, or can't, become a container; the message says why, and what to do. */
public final class BuildException extends IOException {
    private static final long serialVersionUID = 1L;

    BuildException(String message) {
        super(message);
    }
}
