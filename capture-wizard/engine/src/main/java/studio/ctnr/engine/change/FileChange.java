package studio.ctnr.engine.change;

import java.util.Objects;
import java.util.Optional;
import studio.ctnr.container.WindowsPath;

/**
 * One file or folder that differs from the clean machine.
 *
 * @param path where it lies, as the installer named it
 * @param before what was there; empty when it was added
 * @param after what is there now; empty when it was deleted
 */
public record FileChange(WindowsPath path, Optional<FileState> before, Optional<FileState> after) {
    public FileChange {
        Objects.requireNonNull(path);
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("No change: " + path);
        }
    }

    public ChangeKind kind() {
        return before.isEmpty() ? ChangeKind.ADDED : after.isEmpty() ? ChangeKind.DELETED : ChangeKind.CHANGED;
    }

    public boolean folder() {
        return after.or(() -> before).orElseThrow().folder();
    }
}
