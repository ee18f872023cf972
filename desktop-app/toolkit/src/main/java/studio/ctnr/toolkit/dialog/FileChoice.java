package studio.ctnr.toolkit.dialog;

import java.util.List;
import java.util.Optional;

/**
 * What the host's file chooser is asked for.
 *
 * @param name the file name that is proposed for saving
 */
public record FileChoice(String title, Kind kind, List<Filter> filters, Optional<String> name) {
    public enum Kind {
        OPEN,
        OPEN_SEVERAL,
        SAVE,
        FOLDER
    }

    /** @param patterns such as {@code *.ctnr} */
    public record Filter(String name, List<String> patterns) {}

    public static FileChoice open(String title, Filter... filters) {
        return new FileChoice(title, Kind.OPEN, List.of(filters), Optional.empty());
    }

    public static FileChoice openSeveral(String title, Filter... filters) {
        return new FileChoice(title, Kind.OPEN_SEVERAL, List.of(filters), Optional.empty());
    }

    public static FileChoice save(String title, String name, Filter... filters) {
        return new FileChoice(title, Kind.SAVE, List.of(filters), Optional.of(name));
    }

    public static FileChoice folder(String title) {
        return new FileChoice(title, Kind.FOLDER, List.of(), Optional.empty());
    }
}
