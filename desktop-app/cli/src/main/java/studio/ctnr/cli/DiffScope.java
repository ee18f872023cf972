package studio.ctnr.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.rules.ChangeFilter;
import studio.ctnr.engine.rules.Judged;
import studio.ctnr.engine.rules.Selection;

/**
 * What {@code ctnr diff} was asked to show.
 *
 * @param filter a change has to pass; empty: all do
 * @param all whether excluded changes are shown
 * @param withFiles whether files and folders are
 * @param withRegistry whether keys and values are
 */
record DiffScope(
        Selection selection, Optional<ChangeFilter> filter, boolean all, boolean withFiles, boolean withRegistry) {
    Stream<Judged<FileChange>> files() throws IOException {
        return withFiles
                ? selection.files().filter(judged -> shown(judged) && passes(judged.change()))
                : Stream.empty();
    }

    Stream<Judged<RegistryChange>> registry() throws IOException {
        return withRegistry
                ? selection.registry().filter(judged -> shown(judged) && passes(judged.change()))
                : Stream.empty();
    }

    private boolean shown(Judged<?> judged) {
        return all || judged.included();
    }

    private boolean passes(FileChange change) {
        try {
            return filter.isEmpty() || filter.get().matches(change);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean passes(RegistryChange change) {
        try {
            return filter.isEmpty() || filter.get().matches(change);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
