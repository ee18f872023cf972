package studio.ctnr.studio.editor.registry;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.hive.KeptDescriptor;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.hive.RegistryWhiteout;
import studio.ctnr.container.reg.HiveMounts;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.history.CompositeEdit;
import studio.ctnr.toolkit.history.EditHistory;

/** The registry of a container while it is edited: what is selected, and every change, each of which can be undone. */
final class RegistryViewModel {
    private final ContainerRegistry registry;
    private final EditHistory history;
    private final Clock clock;
    private final boolean editable;
    private final RegistryEdits edits;
    private final ReadOnlyObjectWrapper<KeyPath> key = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper secured = new ReadOnlyBooleanWrapper();
    private final ObservableList<ValueRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<ValueRow> row = new SimpleObjectProperty<>();
    private final List<Consumer<KeyPath>> listeners = new ArrayList<>();
    private int changes;

    RegistryViewModel(ContainerRegistry registry, EditHistory history, Clock clock) {
        this(registry, history, clock, true);
    }

    /** @param editable otherwise it is only shown, and nothing may be asked to change */
    RegistryViewModel(ContainerRegistry registry, EditHistory history, Clock clock, boolean editable) {
        this.editable = editable;
        this.registry = registry;
        this.history = history;
        this.clock = clock;
        this.edits = new RegistryEdits(registry, this::changedAt);
        show(registry.hives().getFirst().place());
    }

    boolean isEditable() {
        return editable;
    }

    ContainerRegistry registry() {
        return registry;
    }

    /** The key whose values are shown. */
    ReadOnlyObjectProperty<KeyPath> keyProperty() {
        return key.getReadOnlyProperty();
    }

    /** Whether an application set a security descriptor on the key that is shown. */
    ReadOnlyBooleanProperty securedProperty() {
        return secured.getReadOnlyProperty();
    }

    ObservableList<ValueRow> rows() {
        return rows;
    }

    /** The value that is shown beside the table; null for none. */
    ObjectProperty<ValueRow> rowProperty() {
        return row;
    }

    /** Calls {@code listener} with the key that shows a change, after it. */
    void onChange(Consumer<KeyPath> listener) {
        listeners.add(listener);
    }

    /** How often something was changed or taken back: a search that is older than that has to be made anew. */
    int changes() {
        return changes;
    }

    /** Shows a key; one that is gone is replaced by the nearest that is there. */
    void show(KeyPath path) {
        KeyPath there = path;
        while (registry.find(there).isEmpty() && !registry.isRoot(there)) {
            there = there.parent();
        }
        key.set(there);
        fill(Optional.empty());
    }

    /** Shows a key and, of it, a value. */
    void show(RegistryPlace place) {
        show(place.key());
        place.value().ifPresent(this::select);
    }

    /** Goes to a path as a person writes it, with long root names or short ones; says whether there is such a key. */
    boolean go(String typed) {
        String path = typed.strip().replace('/', '\\');
        Optional<KeyPath> wanted = registry.mounts().place(path).flatMap(this::path);
        wanted.filter(each -> registry.find(each).isPresent()).ifPresent(this::show);
        return wanted.filter(each -> each.equals(key.get())).isPresent();
    }

    private Optional<KeyPath> path(HiveMounts.Place place) {
        return registry.hives().stream()
                .filter(hive -> hive.hive().root() == place.root())
                .map(hive -> hive.place().resolve(place.path()))
                .findFirst();
    }

    boolean isWhiteout(KeyPath path) {
        return registry.find(path).filter(RegistryWhiteout::is).isPresent();
    }

    void newKey(String name) {
        KeyPath made = key.get().resolve(name);
        history.execute(edits.of(Texts.text("registry.edit.newKey", name), new RegistryEdit.CreateKey(made, now())));
        show(made);
    }

    void renameKey(String name) {
        KeyPath old = key.get();
        history.execute(edits.of(
                Texts.text("registry.edit.renameKey", old.name(), name), new RegistryEdit.RenameKey(old, name, now())));
        show(old.parent().resolve(name));
    }

    void deleteKey() {
        KeyPath old = key.get();
        history.execute(
                edits.of(Texts.text("registry.edit.deleteKey", old.name()), new RegistryEdit.DeleteKey(old, now())));
        show(old.parent());
    }

    /** Says why a subkey of the key that is shown can't be called so; {@code except} is a name that may be taken. */
    Optional<String> wrongKeyName(KeyPath parent, String name, Optional<String> except) {
        if (name.isBlank() || name.length() > 256 || name.indexOf('\\') >= 0) {
            return Optional.of(Texts.text("registry.wrong.keyName"));
        }
        boolean taken = registry.find(parent).flatMap(at -> at.child(name)).isPresent();
        boolean same = except.filter(name::equalsIgnoreCase).isPresent();
        return taken && !same ? Optional.of(Texts.text("registry.wrong.keyTaken", name)) : Optional.empty();
    }

    Optional<String> wrongValueName(String name, Optional<String> except) {
        if (KeptDescriptor.isReserved(name)) {
            return Optional.of(Texts.text("registry.wrong.valueReserved", KeptDescriptor.NAME));
        }
        boolean taken = registry.key(key.get()).value(name).isPresent();
        boolean same = except.filter(name::equalsIgnoreCase).isPresent();
        if (taken && !same) {
            return Optional.of(Texts.text("registry.wrong.valueTaken", name));
        }
        return name.length() > 16_383 ? Optional.of(Texts.text("registry.wrong.valueName")) : Optional.empty();
    }

    /** Makes a value of the key that is shown, or gives it other content. */
    void put(RegistryValue value) {
        put(key.get(), value);
    }

    /** Gives a value, which may be of a key that is not shown any more, other content; without a difference nothing. */
    void change(KeyPath at, RegistryValue before, RegistryValue after) {
        boolean there = registry.find(at)
                .flatMap(known -> known.value(before.name()))
                .filter(before::equals)
                .isPresent();
        if (there && !before.sameContent(after)) {
            put(at, after);
        }
    }

    private void put(KeyPath at, RegistryValue value) {
        boolean made = registry.key(at).value(value.name()).isEmpty();
        history.execute(edits.of(
                Texts.text(made ? "registry.edit.newValue" : "registry.edit.set", shown(value.name())),
                new RegistryEdit.PutValue(at, value.name(), Optional.of(value), now())));
        if (made) {
            select(value.name());
        }
    }

    void renameValue(String from, String to) {
        history.execute(edits.of(
                Texts.text("registry.edit.renameValue", shown(from), shown(to)),
                new RegistryEdit.RenameValue(key.get(), from, to, now())));
        select(to);
    }

    void deleteValue(String name) {
        history.execute(edits.of(
                Texts.text("registry.edit.deleteValue", shown(name)),
                new RegistryEdit.PutValue(key.get(), name, Optional.empty(), now())));
    }

    /** Makes the application see no such value, whatever the host has. */
    void hideValue(String name) {
        history.execute(edits.of(
                Texts.text("registry.edit.hideValue", shown(name)),
                new RegistryEdit.PutValue(key.get(), name, Optional.of(RegistryWhiteout.ofValue(name)), now())));
    }

    /** What a value was when it was first changed here; empty when it was not changed. */
    Optional<Optional<RegistryValue>> original(String name) {
        return edits.original(RegistryPlace.of(key.get(), name))
                .filter(before -> !before.equals(registry.key(key.get()).value(name)));
    }

    void revert(String name) {
        original(name).ifPresent(before -> {
            history.execute(edits.of(
                    Texts.text("registry.edit.revert", shown(name)),
                    new RegistryEdit.PutValue(key.get(), name, before, now())));
            select(name);
        });
    }

    /** Does what a .reg file asks for; {@code file} is what {@link RegFileImport#read} gave. */
    void importReg(RegFileImport file, String name) {
        history.execute(edits.of(Texts.text("registry.edit.import", name), file, now()));
    }

    /** Makes one edit of a hive that was kept as a draft. */
    void takeUp(KeyPath place, Hive kept) {
        history.execute(edits.of(Texts.text("editor.edit.draft"), new RegistryEdit.SwapHive(place, kept)));
    }

    /** Takes the newest change back. */
    void undo() {
        history.undo();
    }

    private void changedAt(KeyPath where) {
        changes++;
        Optional<String> selected = Optional.ofNullable(row.get()).map(ValueRow::name);
        listeners.forEach(listener -> listener.accept(where));
        if (registry.find(key.get()).isEmpty()) {
            show(key.get());
        }
        fill(selected);
    }

    private void fill(Optional<String> selected) {
        HiveKey at = registry.key(key.get());
        List<ValueRow> all = new ArrayList<>();
        if (at.value("").isEmpty() && !registry.isRoot(key.get())) {
            all.add(new ValueRow("", Optional.empty()));
        }
        at.shownValues().forEach(value -> all.add(ValueRow.of(value)));
        secured.set(KeptDescriptor.isIn(at));
        row.set(null);
        rows.setAll(all);
        selected.ifPresent(this::select);
    }

    private void select(String name) {
        rows.stream()
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst()
                .ifPresent(row::set);
    }

    /** Does several changes as one edit. */
    void execute(String description, List<RegistryEdit> changes) {
        history.execute(new CompositeEdit(
                description,
                changes.stream().map(each -> edits.of(description, each)).toList()));
    }

    Instant now() {
        return clock.instant();
    }

    /** How a value is called in words. */
    static String shown(String name) {
        return name.isEmpty() ? Texts.text("registry.default") : name;
    }
}
