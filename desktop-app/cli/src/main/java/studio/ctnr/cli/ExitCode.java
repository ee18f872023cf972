package studio.ctnr.cli;

/** What {@code ctnr} answers its caller with; scripts rely on these numbers, so none is ever given a new meaning. */
public final class ExitCode {
    /** It was done. */
    public static final int DONE = 0;
    /** The thing itself failed: an installer's exit code, a damaged archive, a full disk. */
    public static final int FAILED = 1;
    /** The command was used wrongly: an unknown option, a missing file, a setting that does not exist. */
    public static final int WRONG_USE = 2;
    /** The installer ended well, and nothing that counts was captured. */
    public static final int NOTHING_CAPTURED = 3;
    /** A time limit struck. */
    public static final int TIMED_OUT = 4;
    /** What was asked for is not available on this machine; {@code ctnr doctor} says what is missing. */
    public static final int NOT_AVAILABLE = 5;
    /** It was cancelled (Ctrl+C). */
    public static final int CANCELLED = 130;

    private ExitCode() {}
}
