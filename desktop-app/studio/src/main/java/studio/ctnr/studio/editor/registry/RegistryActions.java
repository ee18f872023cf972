package studio.ctnr.studio.editor.registry;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.hive.RegistryData;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.hive.ValueType;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.dialog.TextQuestion;
import studio.ctnr.toolkit.page.Desk;

/** What can be done in the registry of a container. */
final class RegistryActions {
    /** The types that have a form of their own, in the order in which regedit offers them. */
    private static final List<ValueType> OFFERED = List.of(
            ValueType.REG_SZ,
            ValueType.REG_BINARY,
            ValueType.REG_DWORD,
            ValueType.REG_QWORD,
            ValueType.REG_MULTI_SZ,
            ValueType.REG_EXPAND_SZ);

    private final RegistryViewModel model;
    private final Desk desk;
    private final ObservableBooleanValue editable;
    private final ObservableBooleanValue valueSelected;
    private final ObservableBooleanValue keyRemovable;
    private final Map<ValueType, Action> newValues = new EnumMap<>(ValueType.class);

    RegistryActions(RegistryViewModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        editable = Bindings.createBooleanBinding(model::isEditable);
        valueSelected = Bindings.createBooleanBinding(
                () -> model.isEditable()
                        && model.rowProperty().get() != null
                        && model.rowProperty().get().value().isPresent(),
                model.rowProperty());
        keyRemovable = Bindings.createBooleanBinding(
                () -> model.isEditable()
                        && !model.registry().isRoot(model.keyProperty().get()),
                model.keyProperty());
        for (ValueType type : OFFERED) {
            newValues.put(
                    type,
                    Action.of("registry.new." + type, Texts.text("registry.new." + type), () -> askNewValue(type))
                            .enabledWhen(editable));
        }
    }

    Action newKey() {
        return Action.of("registry.newKey", Texts.text("registry.newKey"), this::askNewKey)
                .icon(BootstrapIcons.FOLDER_PLUS)
                .enabledWhen(editable);
    }

    List<Action> newValues() {
        return OFFERED.stream().map(newValues::get).toList();
    }

    Action renameKey() {
        return Action.of("registry.renameKey", Texts.text("registry.renameKey"), this::askKeyName)
                .enabledWhen(keyRemovable);
    }

    Action deleteKey() {
        return Action.of("registry.deleteKey", Texts.text("registry.deleteKey"), model::deleteKey)
                .enabledWhen(keyRemovable);
    }

    Action copyPath() {
        return Action.of(
                        "registry.copyPath",
                        Texts.text("registry.copyPath"),
                        () -> desk.dialogs().copy(model.keyProperty().get().toString()))
                .icon(BootstrapIcons.CLIPBOARD);
    }

    Action rename() {
        return Action.of("registry.rename", Texts.text("registry.rename"), this::askValueName)
                .enabledWhen(valueSelected);
    }

    Action delete() {
        return Action.of(
                        "registry.delete",
                        Texts.text("registry.delete"),
                        () -> model.deleteValue(model.rowProperty().get().name()))
                .enabledWhen(valueSelected);
    }

    Action hide() {
        return Action.of(
                        "registry.hide",
                        Texts.text("registry.hide"),
                        () -> model.hideValue(model.rowProperty().get().name()))
                .enabledWhen(valueSelected);
    }

    Action revert() {
        return Action.of(
                        "registry.revert",
                        Texts.text("registry.revert"),
                        () -> model.revert(model.rowProperty().get().name()))
                .enabledWhen(valueSelected);
    }

    Action setDefault() {
        return Action.of(
                        "registry.setDefault",
                        Texts.text("registry.setDefault"),
                        () -> model.put(RegistryValue.text("", "")))
                .enabledWhen(editable);
    }

    private void askNewKey() {
        KeyPath parent = model.keyProperty().get();
        desk.dialogs()
                .ask(new TextQuestion(
                        Texts.text("registry.newKey.title"),
                        Texts.text("registry.name.label"),
                        freeName(name -> model.wrongKeyName(parent, name, Optional.empty()), "registry.newKey.name"),
                        name -> model.wrongKeyName(parent, name, Optional.empty()),
                        Texts.text("registry.newKey.act"),
                        model::newKey));
    }

    private void askNewValue(ValueType type) {
        desk.dialogs()
                .ask(new TextQuestion(
                        Texts.text("registry.newValue.title"),
                        Texts.text("registry.name.label"),
                        freeName(name -> model.wrongValueName(name, Optional.empty()), "registry.newValue.name"),
                        name -> model.wrongValueName(name, Optional.empty()),
                        Texts.text("registry.newValue.act"),
                        name -> model.put(new RegistryValue(name, type.number(), empty(type)))));
    }

    private static byte[] empty(ValueType type) {
        return switch (type) {
            case REG_SZ, REG_EXPAND_SZ -> RegistryData.ofText("");
            case REG_MULTI_SZ -> RegistryData.ofTexts(List.of());
            case REG_DWORD -> RegistryData.ofInt(0);
            case REG_QWORD -> RegistryData.ofLong(0);
            default -> new byte[0];
        };
    }

    private interface Check {
        Optional<String> wrong(String name);
    }

    /** "New key", or "New key 2" where that is taken. */
    private static String freeName(Check check, String key) {
        String first = Texts.text(key);
        String name = first;
        for (int n = 2; check.wrong(name).isPresent(); n++) {
            name = first + " " + n;
        }
        return name;
    }

    private void askKeyName() {
        KeyPath path = model.keyProperty().get();
        Optional<String> old = Optional.of(path.name());
        desk.dialogs()
                .ask(new TextQuestion(
                        Texts.text("registry.renameKey.title"),
                        Texts.text("registry.name.label"),
                        path.name(),
                        name -> model.wrongKeyName(path.parent(), name, old),
                        Texts.text("registry.rename.act"),
                        model::renameKey));
    }

    private void askValueName() {
        String old = model.rowProperty().get().name();
        desk.dialogs()
                .ask(new TextQuestion(
                        Texts.text("registry.renameValue.title"),
                        Texts.text("registry.name.label"),
                        old,
                        name -> model.wrongValueName(name, Optional.of(old)),
                        Texts.text("registry.rename.act"),
                        name -> model.renameValue(old, name)));
    }
}
