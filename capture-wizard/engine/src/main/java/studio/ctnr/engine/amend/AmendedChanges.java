package studio.ctnr.engine.amend;

import java.io.IOException;
import java.util.stream.Stream;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.ChangesOver;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.change.RegistryChange.OfValue;

/** A change set whose values are as an engineer has them. A value that was deleted stays so. */
record AmendedChanges(ChangeSet underlying, Amendments amendments) implements ChangesOver {
    @Override
    public Stream<RegistryChange> registry() throws IOException {
        return underlying
                .registry()
                .map(change -> change instanceof OfValue value ? amendments.amended(value) : change);
    }
}
