package studio.ctnr.container.yaml;

import java.util.Optional;
import studio.ctnr.container.yaml.YamlNode.Scalar;

/** Writes a text of several lines as a literal block scalar, in the place of another block scalar. */
final class LiteralText {
    private LiteralText() {}

    /** Empty when {@code value} can't stand as a plain literal block, or is no text of several lines. */
    static Optional<String> like(String text, Scalar old, String value, String lineBreak) {
        String body = value.endsWith("\n") ? value.substring(0, value.length() - 1) : value;
        int content = Lines.next(text, old.start());
        if (!value.contains("\n") || content >= old.end() || !isSimple(body)) {
            return Optional.empty();
        }
        int column = content;
        while (text.charAt(column) == ' ') {
            column++;
        }
        String indent = text.substring(content, column);
        StringBuilder literal = new StringBuilder(value.endsWith("\n") ? "|" : "|-");
        body.lines().forEach(line -> literal.append(lineBreak).append(line.isEmpty() ? "" : indent + line));
        return indent.isEmpty() ? Optional.empty() : Optional.of(literal.toString());
    }

    private static boolean isSimple(String body) {
        boolean blankEdges = body.isEmpty() || Character.isWhitespace(body.charAt(0)) || body.endsWith("\n");
        return !blankEdges
                && body.codePoints()
                        .allMatch(c -> c == '\n'
                                || c >= ' '
                                        && !Character.isISOControl(c)
                                        && Character.getType(c) != Character.FORMAT
                                        && Character.getType(c) != Character.SURROGATE
                                        && c != 0x2028
                                        && c != 0x2029);
    }
}
