package studio.ctnr.wizard.sandbox;

import atlantafx.base.controls.ToggleSwitch;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.engine.sandbox.SandboxReport;
import studio.ctnr.toolkit.notice.Tone;
import studio.ctnr.wizard.host.MachineDefaults;
import studio.ctnr.wizard.model.SandboxDraft;
import studio.ctnr.wizard.text.Texts;
import studio.ctnr.wizard.words.EngineWords;

/** Settings at the left, what this machine can do at the right. */
final class SandboxView extends ScrollPane {
    private final SandboxViewModel viewModel;
    private final VBox findings = new VBox();

    SandboxView(SandboxViewModel viewModel) {
        this.viewModel = viewModel;
        getStyleClass().add("flat");
        setFitToWidth(true);
        VBox left = settings();
        VBox right = new VBox(heading("sandbox.machine"), findings);
        right.getStyleClass().add("column");
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        left.setPrefWidth(400);
        right.setPrefWidth(440);
        HBox columns = new HBox(left, right);
        columns.getStyleClass().add("page-content");
        columns.setMaxWidth(960);
        columns.setFillHeight(false);
        StackPane middle = new StackPane(columns);
        middle.setAlignment(Pos.TOP_CENTER);
        setContent(middle);
        viewModel.reportProperty().addListener((o, was, report) -> show(report));
        show(viewModel.reportProperty().get());
    }

    private VBox settings() {
        SandboxDraft draft = viewModel.draftProperty().get();
        ToggleSwitch network = new ToggleSwitch(Texts.text("sandbox.network"));
        network.setId("sandbox-network");
        network.setSelected(draft.network());
        network.selectedProperty().addListener((o, was, is) -> viewModel.network(is));
        ToggleSwitch contained = new ToggleSwitch(Texts.text("sandbox.contained"));
        contained.setId("sandbox-contained");
        contained.setSelected(draft.contained());
        contained.selectedProperty().addListener((o, was, is) -> viewModel.contained(is));
        ComboBox<String> windows = new ComboBox<>();
        windows.setId("sandbox-windows");
        windows.getItems().setAll(MachineDefaults.WINDOWS);
        windows.setValue(draft.windowsVersion());
        windows.setConverter(shown(MachineDefaults::nameOf));
        windows.valueProperty().addListener((o, was, is) -> viewModel.windows(is));
        ComboBox<Integer> minutes = new ComboBox<>();
        minutes.setId("sandbox-minutes");
        minutes.getItems().setAll(MachineDefaults.MINUTES);
        minutes.setValue(draft.minutes());
        minutes.setConverter(shown(time -> Texts.count("sandbox.minutes", time)));
        minutes.valueProperty().addListener((o, was, is) -> viewModel.minutes(is));
        VBox settings = new VBox(
                heading("sandbox.settings"),
                text("sandbox.clean"),
                field(network, "sandbox.network.hint"),
                field(contained, "sandbox.contained.hint"),
                labelled("sandbox.windows", windows, "sandbox.windows.hint"),
                labelled("sandbox.time", minutes, "sandbox.time.hint"));
        settings.getStyleClass().add("column");
        return settings;
    }

    private static Label heading(String key) {
        Label label = new Label(Texts.text(key));
        label.getStyleClass().add("heading");
        return label;
    }

    private static Label text(String key) {
        Label label = new Label(Texts.text(key));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("muted");
        return label;
    }

    private static VBox field(Node control, String hint) {
        Label text = text(hint);
        text.getStyleClass().setAll("label", "field-hint");
        VBox field = new VBox(control, text);
        field.getStyleClass().add("field");
        return field;
    }

    private static VBox labelled(String label, ComboBox<?> control, String hint) {
        Label name = new Label(Texts.text(label));
        name.getStyleClass().add("field-label");
        name.setLabelFor(control);
        control.setPrefWidth(220);
        VBox field = field(control, hint);
        field.getChildren().addFirst(name);
        return field;
    }

    private static <T> StringConverter<T> shown(java.util.function.Function<T, String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        };
    }

    private void show(SandboxReport report) {
        findings.getStyleClass().setAll("findings");
        findings.getChildren().clear();
        if (report == null) {
            ProgressIndicator wait = new ProgressIndicator();
            wait.setMaxSize(24, 24);
            findings.getChildren().add(new HBox(12, wait, text("sandbox.looking")));
            return;
        }
        for (SandboxReport.Finding finding : report.findings()) {
            findings.getChildren().add(finding(finding));
        }
    }

    private static Node finding(SandboxReport.Finding finding) {
        Tone tone = switch (finding.state()) {
            case GOOD -> Tone.SUCCESS;
            case DEGRADED -> Tone.WARNING;
            case MISSING -> Tone.DANGER;
        };
        FontIcon icon = new FontIcon(tone.icon());
        icon.getStyleClass().add("finding-icon");
        Label topic = new Label(EngineWords.of(finding.topic()));
        topic.getStyleClass().add("strong");
        Label found = new Label(EngineWords.of(finding.found()));
        found.setWrapText(true);
        found.setMinHeight(Region.USE_PREF_SIZE);
        found.getStyleClass().add("small");
        VBox texts = new VBox(topic, found);
        finding.remedy().ifPresent(remedy -> {
            Label what = new Label(EngineWords.of(remedy));
            what.setWrapText(true);
            what.setMinHeight(Region.USE_PREF_SIZE);
            what.getStyleClass().addAll("small", "muted");
            texts.getChildren().add(what);
        });
        HBox.setHgrow(texts, Priority.ALWAYS);
        HBox row = new HBox(12, icon, texts);
        row.getStyleClass().addAll("finding", tone.style());
        return row;
    }
}
