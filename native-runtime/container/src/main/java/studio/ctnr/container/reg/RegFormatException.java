package studio.ctnr.container.reg;

import java.io.IOException;

/** A .reg file that can't be read or done: says at which line and column, and why. */
public final class RegFormatException extends IOException {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final int column;

    /**
     * @param source the file, as its reader knows it
     * @param line from 1
     * @param column from 1, in UTF-16 units
     * @param problem what was expected and what was found
     */
    public RegFormatException(String source, int line, int column, String problem) {
        super("%s:%d:%d: %s".formatted(source, line, column, problem));
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
