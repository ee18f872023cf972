package studio.ctnr.container.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which places the application shares with the host. Of the rules that match a path the most specific one wins; where
 * none does, the place is {@link Mode#MERGED}.
 *
 * @param filesystem the rules that were written down for paths of files
 * @param registry the same for registry keys
 */
public record Isolation(List<Rule> filesystem, List<Rule> registry) {
    /** The user's own documents, which are the host's unless a rule says otherwise. */
    public static final List<Rule> USER_DOCUMENTS = Stream.of(
                    "Documents", "Desktop", "Downloads", "Pictures", "Music", "Videos")
            .map(folder -> new Rule("%USERPROFILE%\\" + folder + "\\**", Mode.HOST))
            .toList();

    /** No rules but the defaults, which are written down. */
    public static final Isolation DEFAULT = new Isolation(USER_DOCUMENTS, List.of());

    public Isolation {
        filesystem = List.copyOf(filesystem);
        registry = List.copyOf(registry);
    }

    /** The rules for files that hold: those written down, and each default that no rule of the same path replaces. */
    public List<Rule> effectiveFilesystem() {
        List<Rule> rules = new ArrayList<>(filesystem);
        USER_DOCUMENTS.stream()
                .filter(usual -> filesystem.stream().noneMatch(rule -> rule.path.equalsIgnoreCase(usual.path)))
                .forEach(rules::add);
        return List.copyOf(rules);
    }

    /**
     * How one place is seen.
     *
     * @param path a path or key with wildcards: {@code *} within a name, {@code **} for anything below
     */
    public record Rule(String path, Mode mode) {
        public Rule {
            Objects.requireNonNull(path);
            Objects.requireNonNull(mode);
        }
    }

    public enum Mode {
        /** The container's layer lies over the host's; writes go to the container. */
        MERGED,
        /** The host's layer is not seen at all. */
        ISOLATED,
        /** It is the host's, untouched. */
        HOST
    }
}
