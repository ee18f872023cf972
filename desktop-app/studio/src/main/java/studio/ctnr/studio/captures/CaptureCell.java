package studio.ctnr.studio.captures;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.studio.bench.CaptureSummary;
import studio.ctnr.studio.rows.TextRow;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.action.ActionControls;
import studio.ctnr.toolkit.text.RecentTime;

/** One capture: what of, when, how much, and the way back into the wizard. */
final class CaptureCell extends ListCell<CaptureSummary> {
    private final Button resume = new Button();
    private final TextRow row;

    CaptureCell(CapturesViewModel model) {
        resume.setMinWidth(Button.USE_PREF_SIZE);
        resume.setOnAction(e -> model.resume(getItem()));
        Button folder = ActionControls.icon(Action.of(
                        "captures.folder",
                        Texts.text("captures.folder"),
                        () -> model.showFolder(getItem().folder()))
                .icon(BootstrapIcons.FOLDER2_OPEN));
        row = new TextRow(BootstrapIcons.RECORD_CIRCLE, folder, resume);
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
        String word = capture.state().name().toLowerCase(Locale.ROOT);
        String state = Texts.text("captures.state." + word);
        resume.setText(Texts.text("captures.act." + word));
        String about = Stream.of(
                        Optional.of(state),
                        capture.installer().filter(installer -> !installer.equals(capture.name())),
                        Optional.of(RecentTime.shown(capture.changed())),
                        capture.container())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
        setGraphic(row.of(capture.name(), about));
    }
}
