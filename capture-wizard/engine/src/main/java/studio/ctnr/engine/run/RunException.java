package studio.ctnr.engine.run;

/** An application that can't be started, told so that a person can mend it. */
public final class RunException extends Exception {
    private static final long serialVersionUID = 1;

    private final Code code;
    private final String remedy;

    /** What went wrong, as a short code that stays the same between versions. */
    public enum Code {
        /** This system can't run Windows applications, or lacks what is needed for it. */
        NOT_AVAILABLE,
        /** The container holds no launcher. */
        NO_RUNTIME,
        /** The container has no entry point of that name, or none at all. */
        NO_ENTRY_POINT,
        /** The Windows machine could not be made. */
        MACHINE_FAILED,
        /** The launcher would not, or could not, start the application. */
        NOT_STARTED
    }

    /**
     * @param message what happened to what, one sentence
     * @param remedy what to do about it, one sentence
     */
    public RunException(Code code, String message, String remedy) {
        this(code, message, remedy, null);
    }

    public RunException(Code code, String message, String remedy, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.remedy = remedy;
    }

    public Code code() {
        return code;
    }

    /** What to do about it, one sentence. */
    public String remedy() {
        return remedy;
    }
}
