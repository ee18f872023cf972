package studio.ctnr.engine.projection.report;

import java.util.Objects;

/**
 * Something that a container can't give the application, or not fully: told before anything is run.
 *
 * @param kind what it is about, a stable word for programs
 * @param severity how much of the application it takes with it
 * @param subject the service, class or file in question
 * @param sentence what will happen
 * @param remedy what can be done, or an honest "nothing"
 */
public record Blocker(Kind kind, Severity severity, String subject, String sentence, String remedy) {
    public Blocker {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(subject);
    }

    public enum Kind {
        DRIVER,
        SERVICE,
        SHELL_EXTENSION,
        GLOBAL_HOOK,
        MIXED_BITNESS,
        DOT_NET,
        OTHER_PROCESSOR
    }

    public enum Severity {
        /** The application, or what it is for, won't work. */
        BLOCKS,
        /** A part of it won't work, or only inside the container. */
        LIMITS,
        /** It works when the host has what is named. */
        NEEDS
    }
}
