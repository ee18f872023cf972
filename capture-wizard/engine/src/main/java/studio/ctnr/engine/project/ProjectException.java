package studio.ctnr.engine.project;

import java.io.IOException;

/** A folder is no capture project, or its files can't be read; the message names the file, the line and the remedy. */
public final class ProjectException extends IOException {
    private static final long serialVersionUID = 1L;

    public ProjectException(String message) {
        super(message);
    }

    public ProjectException(String message, Throwable cause) {
        super(message, cause);
    }
}
