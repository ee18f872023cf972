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
 * @param writing who made it so; empty when nobody saw it
 */
public record FileChange(
        WindowsPath path, Optional<FileState> before, Optional<FileState> after, Optional<Writing> writing) {
    public FileChange {
        Objects.requireNonNull(path);
        Objects.requireNonNull(writing);
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("No change: " + path);
        }
    }

    /** A change that nobody saw happen. */
    public FileChange(WindowsPath path, Optional<FileState> before, Optional<FileState> after) {
        this(path, before, after, Optional.empty());
    }

    public FileChange with(Optional<Writing> other) {
        return new FileChange(path, before, after, other);
    }

    public ChangeKind kind() {
        return before.isEmpty() ? ChangeKind.ADDED : after.isEmpty() ? ChangeKind.DELETED : ChangeKind.CHANGED;
    }

    public boolean folder() {
        return after.or(() -> before).orElseThrow().folder();
    }
}
