package studio.ctnr.studio.captures;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.studio.bench.CaptureSummary;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.text.RecentTime;

/** One capture: what of, when, how much, and the way back into the wizard. */
final class CaptureCell extends ListCell<CaptureSummary> {
    private final Label name = new Label();
    private final Label about = new Label();
    private final Button resume = new Button();
    private final HBox row;

    CaptureCell(CapturesViewModel model) {
        name.getStyleClass().add("medium");
        about.getStyleClass().addAll("small", "muted");
        resume.setMinWidth(Label.USE_PREF_SIZE);
        resume.setOnAction(e -> model.resume(getItem()));
        Button folder = new Button(null, new FontIcon(BootstrapIcons.FOLDER2_OPEN));
        folder.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        folder.setAccessibleText(Texts.text("captures.folder"));
        folder.setTooltip(new Tooltip(Texts.text("captures.folder")));
        folder.setOnAction(e -> model.showFolder(getItem().folder()));
        VBox text = new VBox(name, about);
        text.getStyleClass().add("capture-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        row = new HBox(new FontIcon(BootstrapIcons.RECORD_CIRCLE), text, folder, resume);
        row.getStyleClass().add("capture-row");
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        setOnMouseClicked(e -> {
            if (e.getClickCount() == 2 && getItem() != null) {
                model.resume(getItem());
            }
        });
    }

    @Override
    protected void updateItem(CaptureSummary capture, boolean empty) {
        super.updateItem(capture, empty);
        if (empty || capture == null) {
            setGraphic(null);
            return;
        }
        name.setText(capture.name());
        String word = capture.state().name().toLowerCase(Locale.ROOT);
        String state = Texts.text("captures.state." + word);
        resume.setText(Texts.text("captures.act." + word));
        about.setText(Stream.of(
                        Optional.of(state),
                        capture.installer().filter(installer -> !installer.equals(capture.name())),
                        Optional.of(RecentTime.shown(capture.changed())),
                        capture.container())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · ")));
        setGraphic(row);
    }
}
