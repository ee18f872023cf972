package studio.ctnr.engine.projection.report;

import java.util.Objects;

/**
 * Something that an engineer should know about a projection, and that hinders nothing.
 *
 * @param topic a stable word for programs
 * @param subject the file, key or shortcut in question
 * @param sentence what was found or decided
 */
public record Note(Topic topic, String subject, String sentence) {
    public Note {
        Objects.requireNonNull(topic);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(sentence);
    }

    public enum Topic {
        /** A shortcut that is no entry point. */
        SHORTCUT,
        /** An entry point that was guessed, since the installer made no shortcut. */
        GUESS,
        /** An icon that could not be taken. */
        ICON,
        /** A program that would start by itself with Windows or the user's session. */
        AUTOSTART,
        /** 8.3 names of the capture machine, which other machines would not know. */
        SHORT_NAMES,
        /** A change that a container has no place for. */
        LEFT_OUT,
        /** A file that Windows would not accept or that could not be read as what it says it is. */
        DAMAGED,
        /** A name, version or id that was derived. */
        IDENTITY
    }
}
