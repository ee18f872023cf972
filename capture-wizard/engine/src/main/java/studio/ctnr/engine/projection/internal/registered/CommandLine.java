package studio.ctnr.engine.projection.internal.registered;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command line as Windows splits it: the program, then the rest as it stands.
 *
 * @param program without quotes
 * @param rest the arguments, without blanks around them; may be empty
 * @param quoted whether the program stands in quotes
 */
public record CommandLine(String program, String rest, boolean quoted) {
    /** An unquoted path may hold blanks: it ends where an extension of a program does, and a blank or the end follows. */
    private static final Pattern PROGRAM = Pattern.compile(
            "^(.*?\\.(?:exe|com|bat|cmd|msi|scr|cpl|dll|sys|ocx|ico|vbs|jar))(?=[\\s\"]|$)", Pattern.CASE_INSENSITIVE);

    /** Splits a command line; empty when it is blank. */
    public static Optional<CommandLine> parse(String line) {
        String text = line.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.startsWith("\"")) {
            int end = text.indexOf('"', 1);
            String program = end < 0 ? text.substring(1) : text.substring(1, end);
            String rest = end < 0 ? "" : text.substring(end + 1).strip();
            return program.isBlank() ? Optional.empty() : Optional.of(new CommandLine(program.strip(), rest, true));
        }
        Matcher known = PROGRAM.matcher(text);
        int end = known.find() ? known.end(1) : firstBlank(text);
        return Optional.of(
                new CommandLine(text.substring(0, end), text.substring(end).strip(), false));
    }

    private static int firstBlank(String text) {
        int blank = text.indexOf(' ');
        return blank < 0 ? text.length() : blank;
    }

    /** The command line again with another spelling of the program. */
    String with(String otherProgram) {
        String program = quoted || otherProgram.indexOf(' ') >= 0 ? "\"" + otherProgram + "\"" : otherProgram;
        return rest.isEmpty() ? program : program + " " + rest;
    }
}
