package studio.ctnr.studio.editor.registry;

import java.time.Instant;
import java.util.Optional;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.hive.RegistryValue;

/** One change of a container's registry, with what it takes to undo it. */
sealed interface RegistryEdit {
    /** The key that shows it: where it was done, or would be seen. */
    KeyPath shownAt();

    void apply(ContainerRegistry registry);

    /** What undoes this one; asked for before it is applied. */
    RegistryEdit inverse(ContainerRegistry registry);

    /** Sets a value; with {@code value} absent it is removed. Keys on the way have to be there. */
    record PutValue(KeyPath key, String name, Optional<RegistryValue> value, Instant time) implements RegistryEdit {
        @Override
        public KeyPath shownAt() {
            return key;
        }

        @Override
        public void apply(ContainerRegistry registry) {
            HiveKey at = registry.key(key);
            at.removeValue(name);
            value.ifPresent(at::put);
            at.setLastWritten(time);
            registry.touch(key);
        }

        @Override
        public RegistryEdit inverse(ContainerRegistry registry) {
            HiveKey at = registry.key(key);
            return new PutValue(key, name, at.value(name), at.lastWritten());
        }
    }

    /** Gives a value another name, its data kept. */
    record RenameValue(KeyPath key, String from, String to, Instant time) implements RegistryEdit {
        @Override
        public KeyPath shownAt() {
            return key;
        }

        @Override
        public void apply(ContainerRegistry registry) {
            HiveKey at = registry.key(key);
            RegistryValue old = at.removeValue(from).orElseThrow();
            at.put(new RegistryValue(to, old.type(), old.data()));
            at.setLastWritten(time);
            registry.touch(key);
        }

        @Override
        public RegistryEdit inverse(ContainerRegistry registry) {
            return new RenameValue(key, to, from, registry.key(key).lastWritten());
        }
    }

    /** Makes a key, which is not there yet, below one that is. */
    record CreateKey(KeyPath key, Instant time) implements RegistryEdit {
        @Override
        public KeyPath shownAt() {
            return key;
        }

        @Override
        public void apply(ContainerRegistry registry) {
            HiveKey parent = registry.key(key.parent());
            parent.childOrCreate(key.name()).setLastWritten(time);
            parent.setLastWritten(time);
            registry.touch(key);
        }

        @Override
        public RegistryEdit inverse(ContainerRegistry registry) {
            return new DeleteKey(key, registry.key(key.parent()).lastWritten());
        }
    }

    /** Removes a key with everything below it. */
    record DeleteKey(KeyPath key, Instant time) implements RegistryEdit {
        @Override
        public KeyPath shownAt() {
            return key.parent();
        }

        @Override
        public void apply(ContainerRegistry registry) {
            HiveKey parent = registry.key(key.parent());
            parent.removeChild(key.name());
            parent.setLastWritten(time);
            registry.touch(key);
        }

        @Override
        public RegistryEdit inverse(ContainerRegistry registry) {
            return new PutKeyBack(
                    key, registry.key(key), registry.key(key.parent()).lastWritten());
        }
    }

    /** Puts a removed key back where it was. */
    record PutKeyBack(KeyPath key, HiveKey removed, Instant time) implements RegistryEdit {
        @Override
        public KeyPath shownAt() {
            return key;
        }

        @Override
        public void apply(ContainerRegistry registry) {
            HiveKey parent = registry.key(key.parent());
            parent.putBack(removed);
            parent.setLastWritten(time);
            registry.touch(key);
        }

        @Override
        public RegistryEdit inverse(ContainerRegistry registry) {
            return new DeleteKey(key, registry.key(key.parent()).lastWritten());
        }
    }

    /** Gives a key another name. */
    record RenameKey(KeyPath key, String to, Instant time) implements RegistryEdit {
        @Override
        public KeyPath shownAt() {
            return renamed();
        }

        private KeyPath renamed() {
            return key.parent().resolve(to);
        }

        @Override
        public void apply(ContainerRegistry registry) {
            HiveKey parent = registry.key(key.parent());
            parent.renameChild(key.name(), to);
            parent.setLastWritten(time);
            registry.touch(key);
        }

        @Override
        public RegistryEdit inverse(ContainerRegistry registry) {
            return new RenameKey(
                    renamed(), key.name(), registry.key(key.parent()).lastWritten());
        }
    }

    /** Puts a whole hive, such as a draft, in the place of another. */
    record SwapHive(KeyPath place, Hive hive) implements RegistryEdit {
        @Override
        public KeyPath shownAt() {
            return place;
        }

        @Override
        public void apply(ContainerRegistry registry) {
            registry.swap(place, hive);
            registry.touch(place);
        }

        @Override
        public RegistryEdit inverse(ContainerRegistry registry) {
            return new SwapHive(place, registry.hiveOf(place).orElseThrow().hive());
        }
    }
}
