package studio.ctnr.engine.change;

import java.util.Objects;
import java.util.Optional;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.hive.RegistryValue;

/** One registry key or value that differs from the clean machine. */
public sealed interface RegistryChange {
    KeyPath key();

    ChangeKind kind();

    /** Who made it so; empty when nobody saw it. */
    Optional<Writing> writing();

    RegistryChange with(Optional<Writing> other);

    /** A key that was added or deleted, with no word about its values, which have changes of their own. */
    record OfKey(KeyPath key, ChangeKind kind, Optional<Writing> writing) implements RegistryChange {
        public OfKey {
            Objects.requireNonNull(key);
            Objects.requireNonNull(writing);
            if (kind == ChangeKind.CHANGED) {
                throw new IllegalArgumentException("A key is added or deleted; only its values change: " + key);
            }
        }

        /** A change that nobody saw happen. */
        public OfKey(KeyPath key, ChangeKind kind) {
            this(key, kind, Optional.empty());
        }

        @Override
        public OfKey with(Optional<Writing> other) {
            return new OfKey(key, kind, other);
        }
    }

    /**
     * A value that was added, changed or deleted.
     *
     * @param before what was there; empty when it was added
     * @param after what is there now; empty when it was deleted
     */
    record OfValue(
            KeyPath key, Optional<RegistryValue> before, Optional<RegistryValue> after, Optional<Writing> writing)
            implements RegistryChange {
        public OfValue {
            Objects.requireNonNull(key);
            Objects.requireNonNull(writing);
            if (before.isEmpty() && after.isEmpty()) {
                throw new IllegalArgumentException("No change: " + key);
            }
        }

        /** A change that nobody saw happen. */
        public OfValue(KeyPath key, Optional<RegistryValue> before, Optional<RegistryValue> after) {
            this(key, before, after, Optional.empty());
        }

        @Override
        public OfValue with(Optional<Writing> other) {
            return new OfValue(key, before, after, other);
        }

        @Override
        public ChangeKind kind() {
            return before.isEmpty() ? ChangeKind.ADDED : after.isEmpty() ? ChangeKind.DELETED : ChangeKind.CHANGED;
        }

        /** The value's name; empty for the key's default value. */
        public String name() {
            return after.or(() -> before).orElseThrow().name();
        }
    }
}
