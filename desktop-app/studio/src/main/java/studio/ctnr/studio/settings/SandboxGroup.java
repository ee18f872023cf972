package studio.ctnr.studio.settings;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.engine.sandbox.SandboxReport;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.studio.text.WorkbenchWords;
import studio.ctnr.toolkit.notice.Tone;

/** What this machine has and lacks for capturing, as it was tried out. */
final class SandboxGroup extends VBox {
    private final SettingsViewModel model;
    private final VBox box = new VBox();

    SandboxGroup(SettingsViewModel model) {
        this.model = model;
        getStyleClass().add("settings-group");
        Label heading = new Label(Texts.text("settings.sandbox"));
        heading.getStyleClass().add("heading");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button again = new Button(Texts.text("settings.sandbox-again"));
        again.setOnAction(e -> model.probe());
        again.setVisible(model.hasSandbox());
        HBox title = new HBox(heading, space, again);
        title.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("settings-box");
        getChildren().addAll(title, box);
        model.reportProperty().addListener((o, was, is) -> show(is));
        show(model.reportProperty().get());
    }

    private void show(Optional<SandboxReport> report) {
        box.getChildren().clear();
        if (!model.hasSandbox()) {
            box.getChildren().add(SettingsView.row(Texts.text("settings.sandbox-none"), "", new Region()));
        } else if (report.isEmpty()) {
            ProgressIndicator busy = new ProgressIndicator();
            busy.setMaxSize(18, 18);
            box.getChildren().add(SettingsView.row(Texts.text("settings.sandbox-trying"), "", busy));
        } else {
            report.get().findings().forEach(finding -> box.getChildren().add(row(finding)));
        }
        box.getChildren().getFirst().getStyleClass().add("first");
    }

    private static HBox row(SandboxReport.Finding finding) {
        Tone tone = switch (finding.state()) {
            case GOOD -> Tone.SUCCESS;
            case DEGRADED -> Tone.WARNING;
            case MISSING -> Tone.DANGER;
        };
        FontIcon icon = new FontIcon(tone.icon());
        icon.getStyleClass().add("state-" + tone.style());
        HBox row = SettingsView.row(
                WorkbenchWords.of(finding.found()),
                WorkbenchWords.of(finding.remedy().orElse(finding.topic())),
                new Region());
        row.getChildren().addFirst(icon);
        return row;
    }
}
