package studio.ctnr.studio.editor.isolation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.VBox;
import studio.ctnr.studio.editor.Edited;
import studio.ctnr.studio.editor.EditorTab;
import studio.ctnr.studio.editor.config.ConfigModel;
import studio.ctnr.studio.editor.config.ListColumn;
import studio.ctnr.studio.editor.config.SettingList;
import studio.ctnr.studio.editor.config.SettingTable;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.page.Desk;

/** Which places the application shares with the host, and what that means for any path or key. */
public final class IsolationTab implements EditorTab {
    private static final double PATH = 420;
    private static final double MODE = 120;

    private final ConfigModel model;
    private final SplitPane pane;

    /** @param viewing tells what an application sees by given rules */
    public IsolationTab(ConfigModel model, Viewing viewing, Desk desk) {
        this.model = model;
        Label hint = new Label(Texts.text("isolation.hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        VBox rules = new VBox(
                hint,
                table("isolation.filesystem", "%APPDATA%\\Vendor\\**"),
                table("isolation.registry", "HKCU\\Software\\Vendor\\**"));
        rules.getStyleClass().add("page-content");
        ScrollPane scroll = new ScrollPane(rules);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("flat");
        pane = new SplitPane(scroll, new ExplainView(new ExplainViewModel(model, viewing, desk.background())));
        pane.setDividerPositions(0.6);
    }

    private SettingTable table(String path, String example) {
        return new SettingTable(
                new SettingList(model, path),
                Map.of("path", example, "mode", "isolated"),
                List.of(ListColumn.line("path", PATH), ListColumn.choice("mode", MODE, "merged", "isolated", "host")));
    }

    @Override
    public String id() {
        return "isolation";
    }

    @Override
    public Node view() {
        return pane;
    }

    @Override
    public Optional<Edited> edited() {
        return Optional.of(model);
    }
}
