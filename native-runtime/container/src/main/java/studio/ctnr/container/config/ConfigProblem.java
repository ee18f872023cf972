package studio.ctnr.container.config;

import java.util.Optional;

/**
 * Something that is wrong, or looks wrong, in a config.yml.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters
 * @param path the key, such as {@code entrypoints[0].name}; empty for the file as a whole
 * @param message what was found and what is accepted, in one sentence without an end mark
 * @param suggestion the word that was probably meant where another stands, as {@code message} says it, too
 */
public record ConfigProblem(
        Severity severity, int line, int column, String path, String message, Optional<String> suggestion) {
    public enum Severity {
        /** The file can't be used. */
        ERROR,
        /** It can be used, and somebody should look at it. */
        WARNING
    }

    /** A problem without a suggestion. */
    static ConfigProblem of(Severity severity, int line, int column, String path, String message) {
        return new ConfigProblem(severity, line, column, path, message, Optional.empty());
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The way compilers tell it, {@code file:line:column: error: path: message}, for editors to jump to. */
    public String in(String file) {
        return "%s:%d:%d: %s: %s"
                .formatted(file, line, column, Words.of(severity), path.isEmpty() ? message : path + ": " + message);
    }
}
