package studio.ctnr.engine.projection;

import java.io.IOException;
import java.util.stream.Stream;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.ChangesOver;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.rules.Judged;
import studio.ctnr.engine.rules.Selection;

/** What a selection includes, as a change set of its own. */
record SelectedChanges(Selection selection) implements ChangesOver {
    @Override
    public ChangeSet underlying() {
        return selection.changes();
    }

    @Override
    public Stream<FileChange> files() throws IOException {
        return selection.files().filter(Judged::included).map(Judged::change);
    }

    @Override
    public Stream<RegistryChange> registry() throws IOException {
        return selection.registry().filter(Judged::included).map(Judged::change);
    }
}
