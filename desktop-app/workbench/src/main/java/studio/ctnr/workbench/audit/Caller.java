package studio.ctnr.workbench.audit;

import java.util.Objects;

/**
 * Who asks for something, and through what: kept with every job and every audit record.
 *
 * @param user the name that the host or a sign-in gives
 * @param program what was used, such as {@code cli} or {@code studio}
 */
public record Caller(String user, String program) {
    public Caller {
        Objects.requireNonNull(user);
        Objects.requireNonNull(program);
    }

    /** The user that this process runs as. */
    public static Caller ofProcess(String program) {
        return new Caller(System.getProperty("user.name", ""), program);
    }
}
