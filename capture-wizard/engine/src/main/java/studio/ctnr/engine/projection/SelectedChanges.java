package studio.ctnr.engine.projection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.CaptureMachine;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.rules.Judged;
import studio.ctnr.engine.rules.Selection;

/** What a selection includes, as a change set of its own. */
record SelectedChanges(Selection selection) implements ChangeSet {
    @Override
    public CaptureMachine machine() {
        return selection.changes().machine();
    }

    @Override
    public Stream<FileChange> files() throws IOException {
        return selection.files().filter(Judged::included).map(Judged::change);
    }

    @Override
    public Stream<RegistryChange> registry() throws IOException {
        return selection.registry().filter(Judged::included).map(Judged::change);
    }

    @Override
    public Path content(WindowsPath file) {
        return selection.changes().content(file);
    }

    @Override
    public Optional<Path> earlier(WindowsPath file) {
        return selection.changes().earlier(file);
    }
}
