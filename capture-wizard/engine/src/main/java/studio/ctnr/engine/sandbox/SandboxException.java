package studio.ctnr.engine.sandbox;

/** A machine that can't be made, or a step that can't be started, told so that a person can mend it. */
public final class SandboxException extends Exception {
    private static final long serialVersionUID = 1;

    private final Code code;
    private final String remedy;

    /** What went wrong, as a short code that stays the same between versions. */
    public enum Code {
        /** A program that the sandbox needs is not installed. */
        MISSING_PROGRAM,
        /** The host forbids what the settings demand. */
        NOT_ALLOWED,
        /** The clean machine could not be made. */
        TEMPLATE_FAILED,
        /** The machine did not start, or stopped by itself. */
        MACHINE_FAILED,
        /** The step's file is missing, of an unknown kind, or asks for something impossible. */
        BAD_STEP,
        /** A setting has no meaning here. */
        BAD_SETTING
    }

    /**
     * @param message what happened to what, one sentence
     * @param remedy what to do about it, one sentence
     */
    public SandboxException(Code code, String message, String remedy) {
        this(code, message, remedy, null);
    }

    public SandboxException(Code code, String message, String remedy, Throwable cause) {
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
