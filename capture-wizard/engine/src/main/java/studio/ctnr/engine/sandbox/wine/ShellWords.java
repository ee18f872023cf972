package studio.ctnr.engine.sandbox.wine;

import java.util.List;
import java.util.stream.Collectors;

/** Words of a POSIX shell's command line. */
final class ShellWords {
    private ShellWords() {}

    /** The word that a shell reads as {@code text}, whatever it holds but a zero or an end of line. */
    static String quote(String text) {
        if (text.indexOf('\n') >= 0 || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("No word of one line: " + text);
        }
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** A command line of these words. */
    static String join(List<String> words) {
        return words.stream().map(ShellWords::quote).collect(Collectors.joining(" "));
    }
}
