package studio.ctnr.workbench.inventory;

import java.util.Objects;

/**
 * Something that somebody should know about a container.
 *
 * @param code a stable word for programs, in lower case with hyphens
 * @param subject the setting, file, service or class in question; may be empty
 * @param sentence what was found
 * @param remedy what can be done; may be empty
 */
public record Finding(Severity severity, String code, String subject, String sentence, String remedy) {
    public Finding {
        Objects.requireNonNull(severity);
        Objects.requireNonNull(code);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(sentence);
        Objects.requireNonNull(remedy);
    }

    /** The code of what config.yml is warned about: it goes when the file is mended. */
    static final String OF_CONFIG = "config";

    boolean isOfConfig() {
        return code.equals(OF_CONFIG);
    }

    /** How much of the application it takes with it, the worst first. */
    public enum Severity {
        /** The application, or what it is for, won't work. */
        BLOCKS,
        /** A part of it won't work. */
        LIMITS,
        /** It works when the host has what is named. */
        NEEDS,
        /** It works, and should be looked at. */
        WARNS
    }
}
