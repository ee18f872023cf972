package studio.ctnr.engine.amend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.engine.change.CaptureMachine;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.ProcessTree;
import studio.ctnr.engine.change.RegistryChange;

/** A change set whose values are as an engineer has them. A value that was deleted stays so. */
record AmendedChanges(ChangeSet captured, Amendments amendments) implements ChangeSet {
    @Override
    public CaptureMachine machine() {
        return captured.machine();
    }

    @Override
    public ProcessTree processes() throws IOException {
        return captured.processes();
    }

    @Override
    public Stream<FileChange> files() throws IOException {
        return captured.files();
    }

    @Override
    public Stream<RegistryChange> registry() throws IOException {
        return captured.registry().map(this::amended);
    }

    private RegistryChange amended(RegistryChange change) {
        if (!(change instanceof RegistryChange.OfValue value) || value.after().isEmpty()) {
            return change;
        }
        Optional<RegistryValue> other = amendments.value(value.key(), value.name());
        return other.isEmpty()
                ? change
                : new RegistryChange.OfValue(value.key(), value.before(), other, value.writing());
    }

    @Override
    public Path content(WindowsPath file) {
        return captured.content(file);
    }

    @Override
    public Optional<Path> earlier(WindowsPath file) {
        return captured.earlier(file);
    }
}
