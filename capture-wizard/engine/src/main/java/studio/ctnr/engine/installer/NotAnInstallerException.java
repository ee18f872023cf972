package studio.ctnr.engine.installer;

import java.io.IOException;

/** A file that Windows could not start as an installer; the message says what it is instead. */
public final class NotAnInstallerException extends IOException {
    private static final long serialVersionUID = 1L;

    NotAnInstallerException(String message) {
        super(message);
    }
}
