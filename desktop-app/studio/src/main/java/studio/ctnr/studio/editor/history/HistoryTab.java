package studio.ctnr.studio.editor.history;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.studio.editor.EditorTab;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.notice.EmptyState;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.text.Language;
import studio.ctnr.workbench.audit.AuditRecord;

/** What was done with a container, by whom, and how it ended. */
public final class HistoryTab implements EditorTab {
    private final TableView<AuditRecord> table = new TableView<>();
    private final Callable<List<AuditRecord>> records;
    private final Desk desk;
    private final DateTimeFormatter time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
            .withLocale(Language.spoken().locale())
            .withZone(ZoneId.systemDefault());

    /** @param records reads the newest ones; called off the FX thread */
    public HistoryTab(Callable<List<AuditRecord>> records, Desk desk) {
        this.records = records;
        this.desk = desk;
        table.setId("history-records");
        table.getStyleClass().add("dense");
        table.setPlaceholder(new EmptyState(
                BootstrapIcons.CLOCK_HISTORY, Texts.text("history.empty"), Texts.text("history.empty.hint")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("time", 180, each -> time.format(each.time())));
        table.getColumns()
                .add(column(
                        "operation",
                        160,
                        each -> Texts.text("audit." + each.operation().word())));
        table.getColumns().add(column("result", 120, HistoryTab::result));
        table.getColumns().add(column("user", 120, each -> each.caller().user()));
        table.getColumns().add(column("program", 90, each -> each.caller().program()));
        table.getColumns().add(column("detail", 220, AuditRecord::detail));
        table.getColumns().add(column("undo", 320, HistoryTab::undo));
    }

    private static String result(AuditRecord record) {
        return record.problem()
                .map(code -> Texts.text("history.failed", code))
                .orElseGet(() -> Texts.text("history.result." + record.result().name()));
    }

    /** How it is taken back; what was not done needs no undoing. */
    private static String undo(AuditRecord record) {
        return record.result() == AuditRecord.Result.DONE
                ? Texts.text("history.undo." + record.operation().word())
                : "";
    }

    private static TableColumn<AuditRecord, String> column(
            String id, double width, Function<AuditRecord, String> text) {
        TableColumn<AuditRecord, String> column = new TableColumn<>(Texts.text("history.column." + id));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }

    @Override
    public void shown() {
        desk.background()
                .call(records)
                .onSuccess(read -> table.getItems().setAll(read))
                .onError(e -> desk.notices()
                        .tell(Problem.of("HISTORY-READ", Texts.text("history.unreadable", e.getMessage()))))
                .start();
    }

    @Override
    public void focus() {
        table.requestFocus();
    }

    @Override
    public String id() {
        return "history";
    }

    @Override
    public Node view() {
        return table;
    }
}
