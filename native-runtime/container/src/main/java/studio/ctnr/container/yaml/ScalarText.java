package studio.ctnr.container.yaml;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Writes one scalar so that YAML 1.2 reads it back as it was, and YAML 1.1 readers as the same type. */
public final class ScalarText {
    /** Narrower than what YAML allows, so that it holds in every context and for every reader. */
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}_/][\\p{L}\\p{Nd} _./\\\\%+()@$;=-]*|\\p{Nd}[\\p{L}\\p{Nd}_./+-]*");

    private static final Pattern READ_AS_SOMETHING_ELSE = Pattern.compile(
            "(?i)y|n|yes|no|on|off|true|false|null|[0-9][0-9_,.:]*(e[-+]?[0-9]*)?|0[xob][0-9a-f_]+|[0-9]{4}-[0-9]+-[0-9]+.*");

    private ScalarText() {}

    /**
     * The text of a scalar.
     *
     * @param value a String, Boolean, Number or null
     * @param quoting how to write a String, where that is possible; double quotes otherwise
     */
    public static String of(Object value, Quoting quoting) {
        return switch (value) {
            case String text when quoting == Quoting.PLAIN && isPlain(text) -> text;
            case String text when quoting == Quoting.SINGLE && isPrintable(text) -> "'" + text.replace("'", "''") + "'";
            case String text -> doubleQuoted(text);
            case BigDecimal number -> number.toPlainString();
            case null -> "null";
            default -> value.toString();
        };
    }

    /** The text of a mapping's key, without quotes where it needs none. */
    public static String key(String key) {
        return of(key, Quoting.PLAIN);
    }

    private static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches()
                && !text.endsWith(" ")
                && !READ_AS_SOMETHING_ELSE.matcher(text).matches();
    }

    private static boolean isPrintable(String text) {
        return text.codePoints().allMatch(ScalarText::isPrintable);
    }

    /** Whether it may stand for itself, on one line; the rest is escaped, as are the marks that turn text around. */
    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String doubleQuoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(codePoint -> {
            switch (codePoint) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (isPrintable(codePoint)) {
                        quoted.appendCodePoint(codePoint);
                    } else {
                        quoted.append(escape(codePoint));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    private static String escape(int codePoint) {
        String form = codePoint < 0x100 ? "\\x%02x" : codePoint < 0x10000 ? "\\u%04x" : "\\U%08x";
        return form.formatted(codePoint);
    }
}
