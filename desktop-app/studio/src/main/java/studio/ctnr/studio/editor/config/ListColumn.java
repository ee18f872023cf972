package studio.ctnr.studio.editor.config;

import java.util.List;

/**
 * A column of a list of settings.
 *
 * @param key of each item
 * @param kind how it is edited
 * @param words what can be chosen, for {@link Kind#CHOICE}
 * @param width in pixels, shared out among the columns
 */
public record ListColumn(String key, Kind kind, List<String> words, double width) {
    /** How a setting is edited. */
    public enum Kind {
        TEXT,
        CHOICE,
        FLAG
    }

    public ListColumn {
        words = List.copyOf(words);
    }

    public static ListColumn line(String key, double width) {
        return new ListColumn(key, Kind.TEXT, List.of(), width);
    }

    /** @param words the first of which holds where the file says nothing */
    public static ListColumn choice(String key, double width, String... words) {
        return new ListColumn(key, Kind.CHOICE, List.of(words), width);
    }

    public static ListColumn flag(String key, double width) {
        return new ListColumn(key, Kind.FLAG, List.of(), width);
    }
}
