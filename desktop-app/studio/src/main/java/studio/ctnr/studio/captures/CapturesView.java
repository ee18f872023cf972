package studio.ctnr.studio.captures;

import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.studio.bench.CaptureSummary;
import studio.ctnr.studio.rows.RowsView;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.action.ActionControls;
import studio.ctnr.toolkit.notice.EmptyState;

/** The captures as a list, newest first. */
final class CapturesView extends RowsView<CaptureSummary> {
    CapturesView(CapturesViewModel model) {
        super(
                model.captures(),
                "captures-list",
                () -> new EmptyState(
                        BootstrapIcons.RECORD_CIRCLE, Texts.text("captures.none"), Texts.text("captures.none-text")));
        setHeader(
                Texts.text("place.captures"),
                ActionControls.accent(Action.of("captures.begin", Texts.text("library.capture"), model::begin)));
        list().setCellFactory(view -> new CaptureCell(model));
        list().setOnKeyPressed(e -> {
            CaptureSummary selected = list().getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.ENTER && selected != null) {
                model.resume(selected);
            }
        });
    }
}
