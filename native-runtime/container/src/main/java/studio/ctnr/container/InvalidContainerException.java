package studio.ctnr.container;

import java.io.IOException;

/** A folder is not a container, or can't become one; the message names the folder and what is wrong with it. */
public class InvalidContainerException extends IOException {
    private static final long serialVersionUID = 1L;

    public InvalidContainerException(String message) {
        super(message);
    }
}
