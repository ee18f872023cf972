package studio.ctnr.container.reg;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.reg.HiveMounts.Place;
import studio.ctnr.container.reg.RegEffect.Kind;

/** Does to mounted hives what a .reg file asks for, and tells what that changed. */
public final class RegImport implements RegEdit.Consumer {
    /** What a key or value takes of the heap beside its name and data, rounded up. */
    private static final int OVERHEAD = 240;

    private final HiveMounts mounts;
    private final String source;
    private final Instant time;
    private final Consumer<RegEffect> effects;
    private long heap = Runtime.getRuntime().maxMemory() / 2;
    private String currentName;
    private Optional<HiveKey> current = Optional.empty();

    /**
     * @param source what errors call the .reg file
     * @param time what keys that change were last written at
     * @param effects hears of each change, not of what was so already
     */
    public RegImport(HiveMounts mounts, String source, Instant time, Consumer<RegEffect> effects) {
        this.mounts = mounts;
        this.source = source;
        this.time = time;
        this.effects = effects;
    }

    @Override
    public void accept(RegEdit edit) throws RegFormatException {
        try {
            switch (edit) {
                case RegEdit.CreateKey create -> create(create);
                case RegEdit.DeleteKey delete -> delete(delete);
                case RegEdit.SetValue set -> set(set);
                case RegEdit.DeleteValue delete -> delete(delete);
            }
        } catch (IllegalArgumentException e) {
            throw new RegFormatException(source, edit.line(), 1, e.getMessage());
        }
    }

    private Place place(RegEdit edit) throws RegFormatException {
        return mounts.place(edit.key())
                .orElseThrow(() -> new RegFormatException(
                        source, edit.line(), 1, "the key lies outside what is imported to: " + edit.key()));
    }

    private Optional<HiveKey> find(RegEdit edit) throws RegFormatException {
        if (!edit.key().equals(currentName)) {
            Place place = place(edit);
            current = place.root().find(place.path());
            currentName = edit.key();
        }
        return current;
    }

    private HiveKey create(RegEdit edit) throws RegFormatException {
        Optional<HiveKey> known = find(edit);
        if (known.isPresent()) {
            return known.get();
        }
        take(edit, 2L * edit.key().length());
        Place place = place(edit);
        HiveKey key = place.root();
        for (String name : place.path().split("\\\\+")) {
            Optional<HiveKey> child = key.child(name);
            if (child.isEmpty()) {
                key.setLastWritten(time);
            }
            key = key.childOrCreate(name);
        }
        current = Optional.of(key);
        effects.accept(RegEffect.ofKey(Kind.KEY_ADDED, edit.key()));
        return key;
    }

    private void delete(RegEdit.DeleteKey edit) throws RegFormatException {
        Place place = place(edit);
        currentName = null;
        int slash = place.path().lastIndexOf('\\');
        if (place.path().isEmpty()) {
            throw new RegFormatException(source, edit.line(), 1, "a hive's root key can't be deleted: " + edit.key());
        }
        Optional<HiveKey> parent =
                place.root().find(slash < 0 ? "" : place.path().substring(0, slash));
        if (parent.isPresent()
                && parent.get().removeChild(place.path().substring(slash + 1)).isPresent()) {
            parent.get().setLastWritten(time);
            effects.accept(RegEffect.ofKey(Kind.KEY_REMOVED, edit.key()));
        }
    }

    private void set(RegEdit.SetValue edit) throws RegFormatException {
        HiveKey key = create(edit);
        RegistryValue value = edit.value();
        RegistryValue before = key.value(value.name()).orElse(null);
        if (before != null && before.sameContent(value)) {
            return;
        }
        take(edit, 2L * value.name().length() + value.data().length);
        key.put(value);
        key.setLastWritten(time);
        effects.accept(
                new RegEffect(before == null ? Kind.VALUE_ADDED : Kind.VALUE_CHANGED, edit.key(), before, value));
    }

    private void delete(RegEdit.DeleteValue edit) throws RegFormatException {
        Optional<HiveKey> key = find(edit);
        Optional<RegistryValue> before = key.flatMap(known -> known.removeValue(edit.name()));
        if (before.isPresent()) {
            key.get().setLastWritten(time);
            effects.accept(new RegEffect(Kind.VALUE_REMOVED, edit.key(), before.get(), null));
        }
    }

    private void take(RegEdit edit, long bytes) throws RegFormatException {
        heap -= bytes + OVERHEAD;
        if (heap < 0) {
            throw new RegFormatException(
                    source,
                    edit.line(),
                    1,
                    "the file needs more memory than this process may have (%d MB); allow more with java -Xmx"
                            .formatted(Runtime.getRuntime().maxMemory() >> 20));
        }
    }
}
