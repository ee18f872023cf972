package studio.ctnr.container.yaml;

import java.util.List;
import java.util.Map;

/**
 * Writes maps, lists and scalars in YAML's block style.
 *
 * @param quoting how texts are written
 * @param step by how many columns a level is indented
 * @param listStep by how many columns a list stands further in than the key that holds it; 0 is common, too
 * @param lineBreak what ends a line
 */
public record BlockWriter(Quoting quoting, int step, int listStep, String lineBreak) {
    /** The way this project writes files of its own. */
    public static final BlockWriter STANDARD = new BlockWriter(Quoting.DOUBLE, 2, 2, "\n");

    /** {@code key: value}, each line of it indented to {@code column} and ended. */
    public String entry(int column, String key, Object value) {
        StringBuilder out = new StringBuilder();
        entry(out, column, key, value);
        return out.toString();
    }

    /** {@code - value}, likewise. */
    public String item(int column, Object value) {
        StringBuilder out = new StringBuilder();
        item(out, column, value);
        return out.toString();
    }

    /** The lines of a map's entries or a list's items, as they stand below a key that stands at {@code column}. */
    public String below(int column, Object collection) {
        return lines(column + (collection instanceof List ? listStep : step), collection);
    }

    /** The lines of a map's entries or a list's items, each indented to {@code column}. */
    public String lines(int column, Object collection) {
        StringBuilder out = new StringBuilder();
        children(out, column, collection);
        return out.toString();
    }

    /** Whether {@code value} needs lines of its own: a map or list that holds something. */
    public static boolean isNested(Object value) {
        return value instanceof Map<?, ?> map && !map.isEmpty() || value instanceof List<?> list && !list.isEmpty();
    }

    /** What stands for a value that needs no lines of its own. */
    public String inline(Object value) {
        return switch (value) {
            case Map<?, ?> map -> "{}";
            case List<?> list -> "[]";
            case null, default -> ScalarText.of(value, quoting);
        };
    }

    private void entry(StringBuilder out, int column, String key, Object value) {
        out.repeat(' ', column).append(ScalarText.key(key)).append(':');
        if (isNested(value)) {
            out.append(lineBreak).append(below(column, value));
        } else {
            out.append(' ').append(inline(value)).append(lineBreak);
        }
    }

    private void item(StringBuilder out, int column, Object value) {
        out.repeat(' ', column).append('-');
        if (isNested(value)) {
            // the first line of what is nested goes on behind the dash
            StringBuilder nested = new StringBuilder();
            children(nested, column + 2, value);
            out.append(' ').append(nested, column + 2, nested.length());
        } else {
            out.append(' ').append(inline(value)).append(lineBreak);
        }
    }

    private void children(StringBuilder out, int column, Object collection) {
        switch (collection) {
            case Map<?, ?> map -> map.forEach((key, value) -> entry(out, column, (String) key, value));
            case List<?> list -> list.forEach(value -> item(out, column, value));
            default -> throw new IllegalArgumentException("Not a map or list: " + collection);
        }
    }
}
