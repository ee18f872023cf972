package studio.ctnr.studio.library;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.text.RecentTime;
import studio.ctnr.workbench.audit.AuditRecord;

/** What was done with a container, in the inspector. */
public final class HistoryList {
    private HistoryList() {}

    public static VBox of(List<AuditRecord> records) {
        Label title = new Label(Texts.text("inspector.history"));
        title.getStyleClass().add("strong");
        VBox list = new VBox(title);
        list.setSpacing(6);
        records.forEach(each -> list.getChildren().add(line(each)));
        return list;
    }

    private static Label line(AuditRecord each) {
        String what = Texts.text("audit." + each.operation().word());
        String detail = each.detail().isEmpty() ? what : what + " – " + last(each.detail());
        Label line = new Label(RecentTime.stamp(each.time()) + "  " + detail);
        line.getStyleClass().addAll("small", each.result() == AuditRecord.Result.FAILED ? "danger" : "muted");
        line.setWrapText(true);
        line.setMinHeight(Label.USE_PREF_SIZE);
        if (!last(each.detail()).equals(each.detail())) {
            line.setTooltip(new Tooltip(each.detail()));
        }
        return line;
    }

    /** Of a path its last name. */
    private static String last(String detail) {
        return detail.substring(Math.max(detail.lastIndexOf('/'), detail.lastIndexOf('\\')) + 1);
    }
}
