package studio.ctnr.engine.observe.who;

import java.io.IOException;
import java.util.stream.Stream;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.ChangesOver;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.ProcessTree;
import studio.ctnr.engine.change.RegistryChange;

/** A change set with who made each change. */
public record ObservedChanges(ChangeSet underlying, Observation observation) implements ChangesOver {
    @Override
    public ProcessTree processes() {
        return observation.processes();
    }

    @Override
    public Stream<FileChange> files() throws IOException {
        return underlying.files().map(observation::with);
    }

    @Override
    public Stream<RegistryChange> registry() throws IOException {
        return underlying.registry().map(observation::with);
    }
}
