package studio.ctnr.container.hive;

import java.io.IOException;

/** A file that is not a sound registry hive: says at which byte, what was expected there, and what was found. */
public final class HiveFormatException extends IOException {
    private static final long serialVersionUID = 1L;
    private final long offset;
    private final String problem;

    /**
     * @param source the file, as its reader knows it
     * @param offset where the problem lies, in bytes from the beginning of the file
     * @param problem what was expected and what was found
     */
    public HiveFormatException(String source, long offset, String problem) {
        super("%s is not a sound registry hive: at byte %d (0x%x): %s".formatted(source, offset, offset, problem));
        this.offset = offset;
        this.problem = problem;
    }

    /** Where the problem lies, in bytes from the beginning of the file. */
    public long offset() {
        return offset;
    }

    /** What was expected and what was found, without file and offset. */
    public String problem() {
        return problem;
    }
}
