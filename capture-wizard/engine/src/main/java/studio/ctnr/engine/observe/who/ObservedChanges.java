package studio.ctnr.engine.observe.who;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.CaptureMachine;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.ProcessTree;
import studio.ctnr.engine.change.RegistryChange;

/** A change set with who made each change. */
public record ObservedChanges(ChangeSet changes, Observation observation) implements ChangeSet {
    @Override
    public CaptureMachine machine() {
        return changes.machine();
    }

    @Override
    public ProcessTree processes() {
        return observation.processes();
    }

    @Override
    public Stream<FileChange> files() throws IOException {
        return changes.files().map(observation::with);
    }

    @Override
    public Stream<RegistryChange> registry() throws IOException {
        return changes.registry().map(observation::with);
    }

    @Override
    public Path content(WindowsPath file) {
        return changes.content(file);
    }

    @Override
    public Optional<Path> earlier(WindowsPath file) {
        return changes.earlier(file);
    }
}
