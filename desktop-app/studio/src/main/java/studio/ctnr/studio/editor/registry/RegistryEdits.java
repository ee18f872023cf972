package studio.ctnr.studio.editor.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.toolkit.history.Edit;

/** Makes edits of the undo history of changes of a container's registry; tells whoever shows it where it changed. */
final class RegistryEdits {
    private final ContainerRegistry registry;
    private final Consumer<KeyPath> changed;
    private final Map<RegistryPlace, Optional<RegistryValue>> originals = new TreeMap<>();

    /** @param changed hears of the key that shows each change, after it, and after its undoing */
    RegistryEdits(ContainerRegistry registry, Consumer<KeyPath> changed) {
        this.registry = registry;
        this.changed = changed;
    }

    Edit of(String description, RegistryEdit change) {
        return new Undoable(description, change);
    }

    Edit of(String description, RegFileImport file, Instant time) {
        return new Imported(description, file, time);
    }

    /** What a value was before it was set here for the first time; empty for one that was never set here. */
    Optional<Optional<RegistryValue>> original(RegistryPlace place) {
        return Optional.ofNullable(originals.get(place));
    }

    private final class Undoable implements Edit {
        private final String description;
        private final RegistryEdit change;
        private RegistryEdit inverse;

        private Undoable(String description, RegistryEdit change) {
            this.description = description;
            this.change = change;
        }

        @Override
        public String description() {
            return description;
        }

        @Override
        public void execute() {
            inverse = change.inverse(registry);
            if (inverse instanceof RegistryEdit.PutValue before) {
                originals.putIfAbsent(RegistryPlace.of(before.key(), before.name()), before.value());
            }
            registry.writing(() -> change.apply(registry));
            changed.accept(change.shownAt());
        }

        @Override
        public void undo() {
            registry.writing(() -> inverse.apply(registry));
            changed.accept(inverse.shownAt());
        }
    }

    private final class Imported implements Edit {
        private final String description;
        private final RegFileImport file;
        private final Instant time;
        private List<RegistryEdit> inverses = List.of();

        private Imported(String description, RegFileImport file, Instant time) {
            this.description = description;
            this.file = file;
            this.time = time;
        }

        @Override
        public String description() {
            return description;
        }

        @Override
        public void execute() {
            registry.writing(() -> inverses = file.apply(time));
            registry.hives().forEach(hive -> changed.accept(hive.place()));
        }

        @Override
        public void undo() {
            registry.writing(() -> inverses.forEach(inverse -> inverse.apply(registry)));
            registry.hives().forEach(hive -> changed.accept(hive.place()));
        }
    }
}
