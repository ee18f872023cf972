package studio.ctnr.wizard.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The one folder of a wizard's project: the draft and the capture may both be the first to need it. */
public final class ProjectPlace {
    private Path folder;

    public ProjectPlace() {}

    /** The folder, found by {@code first} when there is none yet; off the FX thread. */
    public synchronized Path get(Supplier<Path> first) {
        if (folder == null) {
            folder = first.get();
        }
        return folder;
    }

    public synchronized void set(Path known) {
        folder = known;
    }

    public synchronized Optional<Path> known() {
        return Optional.ofNullable(folder);
    }
}
