package studio.ctnr.wizard.install;

import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import studio.ctnr.wizard.text.Texts;

/** What happened, newest at the bottom; it stays there while the user has not scrolled away. */
final class LogList extends ListView<InstallProgress.Line> {
    LogList(ObservableList<InstallProgress.Line> lines) {
        super(lines);
        getStyleClass().addAll("install-log");
        setId("install-log");
        setFixedCellSize(24);
        setCellFactory(list -> new LineCell());
        lines.addListener((ListChangeListener<InstallProgress.Line>) change -> {
            if (!isFocused() && !lines.isEmpty()) {
                scrollTo(lines.size() - 1);
            }
        });
    }

    private static final class LineCell extends ListCell<InstallProgress.Line> {
        private final Label time = new Label();
        private final Label text = new Label();
        private final HBox row = new HBox(time, text);

        LineCell() {
            time.getStyleClass().addAll("mono", "muted", "small");
            time.setMinWidth(USE_PREF_SIZE);
            text.getStyleClass().add("small");
            text.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(text, Priority.ALWAYS);
            row.setSpacing(12);
            row.setMaxWidth(280);
        }

        @Override
        protected void updateItem(InstallProgress.Line line, boolean empty) {
            super.updateItem(line, empty);
            setGraphic(empty || line == null ? null : row);
            if (line != null && !empty) {
                time.setText("%d:%02d"
                        .formatted(line.after().toMinutes(), line.after().toSecondsPart()));
                text.setText(words(line));
            }
        }

        private static String words(InstallProgress.Line line) {
            String key = line.happened().name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (line.happened() == InstallProgress.Happened.STAGE) {
                return Texts.text("install.stage." + line.what().toLowerCase(Locale.ROOT));
            }
            return Texts.text("install.log." + key, line.what());
        }
    }
}
