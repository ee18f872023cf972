package studio.ctnr.wizard.diff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.ChangesOver;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.ProcessTree;
import studio.ctnr.engine.change.RegistryChange;

/** A change set that was read once, so that it can be judged again after every decision without the disk. */
public final class MemoryChanges implements ChangesOver {
    private final ChangeSet stored;
    private final List<FileChange> files;
    private final List<RegistryChange> registry;
    private final ProcessTree processes;

    private MemoryChanges(
            ChangeSet stored, List<FileChange> files, List<RegistryChange> registry, ProcessTree processes) {
        this.stored = stored;
        this.processes = processes;
        this.files = files;
        this.registry = registry;
    }

    /** Reads all of it. */
    public static MemoryChanges of(ChangeSet stored) throws IOException {
        try (Stream<FileChange> files = stored.files();
                Stream<RegistryChange> registry = stored.registry()) {
            return new MemoryChanges(stored, files.toList(), registry.toList(), stored.processes());
        } catch (UncheckedIOException damaged) {
            throw damaged.getCause();
        }
    }

    List<FileChange> allFiles() {
        return files;
    }

    List<RegistryChange> allRegistry() {
        return registry;
    }

    @Override
    public ChangeSet underlying() {
        return stored;
    }

    @Override
    public ProcessTree processes() {
        return processes;
    }

    @Override
    public Stream<FileChange> files() {
        return files.stream();
    }

    @Override
    public Stream<RegistryChange> registry() {
        return registry.stream();
    }
}
