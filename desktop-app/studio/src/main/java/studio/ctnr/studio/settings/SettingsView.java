package studio.ctnr.studio.settings;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.control.Follow;
import studio.ctnr.toolkit.control.LabelConverter;
import studio.ctnr.toolkit.text.Language;
import studio.ctnr.toolkit.theme.Appearance;
import studio.ctnr.wizard.host.MachineDefaults;

/** The settings in groups, one under the other; each is in force as soon as it is chosen. */
final class SettingsView extends BorderPane {
    private static final List<String> SIDES = List.of(Styles.LEFT_PILL, Styles.CENTER_PILL, Styles.RIGHT_PILL);

    private final SettingsViewModel model;

    SettingsView(SettingsViewModel model, Runnable about) {
        this.model = model;
        getStylesheets()
                .add(Objects.requireNonNull(SettingsView.class.getResource("settings.css"))
                        .toExternalForm());
        Label title = new Label(Texts.text("place.settings"));
        title.getStyleClass().add("title");
        HBox header = new HBox(title);
        header.getStyleClass().addAll("page-header", "row");
        setTop(header);
        Button aboutButton = new Button(Texts.text("about.show"));
        aboutButton.setOnAction(e -> about.run());
        VBox groups = new VBox(
                group(
                        Texts.text("settings.look"),
                        row(Texts.text("settings.theme"), Texts.text("settings.theme-hint"), themes()),
                        row(Texts.text("settings.language"), Texts.text("settings.language-hint"), languages()),
                        row(Texts.text("settings.scale"), Texts.text("settings.scale-hint"), scales()),
                        row(Texts.text("settings.menu-bar"), Texts.text("settings.menu-bar-hint"), menuBar())),
                group(
                        Texts.text("settings.containers"),
                        row(Texts.text("settings.store"), model.store().toString(), store()),
                        row(Texts.text("settings.confirm"), Texts.text("settings.confirm-hint"), confirm())),
                group(
                        Texts.text("settings.machine"),
                        row(Texts.text("settings.network"), Texts.text("settings.network-hint"), network()),
                        row(Texts.text("settings.windows"), Texts.text("settings.windows-hint"), windows()),
                        row(Texts.text("settings.minutes"), Texts.text("settings.minutes-hint"), minutes())),
                new SandboxGroup(model),
                group(
                        Texts.text("settings.program"),
                        row(Texts.text("settings.about"), Texts.text("settings.about-hint"), aboutButton)));
        groups.getStyleClass().add("settings");
        ScrollPane scroll = new ScrollPane(groups);
        scroll.getStyleClass().add("flat");
        scroll.setFitToWidth(true);
        setCenter(scroll);
    }

    static VBox group(String title, Node... rows) {
        Label heading = new Label(title);
        heading.getStyleClass().add("heading");
        rows[0].getStyleClass().add("first");
        VBox box = new VBox(rows);
        box.getStyleClass().add("settings-box");
        VBox group = new VBox(heading, box);
        group.getStyleClass().add("settings-group");
        return group;
    }

    static HBox row(String name, String hint, Node control) {
        Label label = new Label(name);
        label.getStyleClass().add("medium");
        label.setLabelFor(control);
        Label explained = new Label(hint);
        explained.getStyleClass().addAll("small", "muted");
        explained.setWrapText(true);
        explained.setMinHeight(Label.USE_PREF_SIZE);
        VBox text = new VBox(label, explained);
        text.getStyleClass().add("settings-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(text, control);
        row.getStyleClass().add("settings-row");
        return row;
    }

    private HBox themes() {
        ToggleGroup group = new ToggleGroup();
        List<Node> buttons = new ArrayList<>();
        for (Appearance appearance : Appearance.values()) {
            ToggleButton button = new ToggleButton(
                    Texts.text("settings.theme." + appearance.name().toLowerCase(Locale.ROOT)));
            button.setId("theme-" + appearance.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().add(SIDES.get(buttons.size()));
            button.setToggleGroup(group);
            button.setSelected(model.settingsProperty().get().appearance() == appearance);
            button.setOnAction(e -> {
                button.setSelected(true);
                model.choose(appearance);
            });
            buttons.add(button);
        }
        HBox box = new HBox();
        box.getChildren().addAll(buttons);
        box.setMinWidth(HBox.USE_PREF_SIZE);
        return box;
    }

    private ComboBox<Optional<Language>> languages() {
        List<Optional<Language>> known = new ArrayList<>(List.of(Optional.empty()));
        Stream.of(Language.values()).map(Optional::of).forEach(known::add);
        return choice(
                "language",
                known,
                model.settingsProperty().get().language(),
                language -> language.map(Language::ownName).orElse(Texts.text("settings.language-system")),
                model::choose);
    }

    private ComboBox<Optional<Integer>> scales() {
        List<Optional<Integer>> known = new ArrayList<>(List.of(Optional.empty()));
        Settings.SCALES.stream().map(Optional::of).forEach(known::add);
        return choice(
                "scale",
                known,
                model.settingsProperty().get().scale(),
                scale -> scale.map(percent -> percent + " %").orElse(Texts.text("settings.scale-system")),
                model::scale);
    }

    private Button store() {
        Button show = new Button(Texts.text("settings.store-show"));
        show.setMinWidth(Button.USE_PREF_SIZE);
        show.setOnAction(e -> model.showStore());
        return show;
    }

    private ToggleSwitch confirm() {
        return toggle(
                "confirm-retire",
                Texts.text("settings.confirm"),
                model.settingsProperty().get().confirmRetire(),
                model::confirmRetire);
    }

    /** It can be shown and hidden elsewhere too. */
    private ToggleSwitch menuBar() {
        ToggleSwitch shown = toggle(
                "show-menu-bar",
                Texts.text("settings.menu-bar"),
                model.settingsProperty().get().menuBar(),
                model::showMenuBar);
        Follow.with(
                shown, () -> shown.setSelected(model.settingsProperty().get().menuBar()), model.settingsProperty());
        return shown;
    }

    private ToggleSwitch network() {
        return toggle(
                "machine-network",
                Texts.text("settings.network"),
                machine().network(),
                allowed -> model.machine(now -> now.withNetwork(allowed)));
    }

    private ComboBox<String> windows() {
        return choice(
                "machine-windows",
                MachineDefaults.WINDOWS,
                machine().windowsVersion(),
                MachineDefaults::nameOf,
                version -> model.machine(now -> now.withWindowsVersion(version)));
    }

    private ComboBox<Integer> minutes() {
        return choice(
                "machine-minutes",
                MachineDefaults.MINUTES,
                machine().minutes(),
                limit -> Texts.count("settings.minute", limit),
                limit -> model.machine(now -> now.withMinutes(limit)));
    }

    private MachineDefaults machine() {
        return model.settingsProperty().get().machine();
    }

    private static ToggleSwitch toggle(String id, String words, boolean first, Consumer<Boolean> choose) {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setId(id);
        toggle.setAccessibleText(words);
        toggle.setSelected(first);
        toggle.selectedProperty().addListener((o, was, is) -> choose.accept(is));
        return toggle;
    }

    private static <T> ComboBox<T> choice(
            String id, List<T> values, T first, Function<T, String> shown, Consumer<T> choose) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(values);
        box.setConverter(new LabelConverter<>(shown));
        box.setValue(first);
        box.setMinWidth(ComboBox.USE_PREF_SIZE);
        box.valueProperty().addListener((o, was, is) -> choose.accept(is));
        return box;
    }
}
