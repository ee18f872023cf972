package studio.ctnr.workbench.compare;

import java.util.Optional;
import studio.ctnr.container.archive.manifest.Entry;

/**
 * A file, folder, stream or whiteout in which two containers differ.
 *
 * @param path in the container, as the second spells it where it has it
 * @param content whether the bytes differ; otherwise it is a time, an attribute or the spelling
 */
public record FileDifference(
        String path, Change change, boolean content, Optional<Entry> before, Optional<Entry> after) {

    static FileDifference of(Optional<Entry> before, Optional<Entry> after) {
        Entry shown = after.or(() -> before).orElseThrow();
        Change change = Change.of(before.isPresent(), after.isPresent());
        boolean content = change != Change.CHANGED
                || before.get().kind() != after.get().kind()
                || !before.get().sha256().equals(after.get().sha256());
        return new FileDifference(shown.path(), change, content, before, after);
    }
}
