package studio.ctnr.container.config;

import java.util.Objects;
import java.util.Optional;

/**
 * Something that can be started.
 *
 * @param name for people, unlike any other entry point's in the same container
 * @param target the program or document, as a path inside Windows; variables are allowed
 * @param args its command line's rest, as one text
 * @param cwd the folder it starts in, as a path inside Windows; the target's own when empty
 * @param icon a path inside Windows, with {@code ,index} where a file holds several; the target's own when empty
 * @param isDefault whether it starts when no entry point is named; one at most
 */
public record EntryPoint(
        String name,
        String target,
        Optional<String> args,
        Optional<String> cwd,
        Optional<String> icon,
        boolean isDefault) {
    public EntryPoint {
        Objects.requireNonNull(name);
        Objects.requireNonNull(target);
        Objects.requireNonNull(args);
        Objects.requireNonNull(cwd);
        Objects.requireNonNull(icon);
    }
}
