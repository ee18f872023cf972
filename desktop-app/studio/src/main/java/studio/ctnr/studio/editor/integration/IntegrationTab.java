package studio.ctnr.studio.editor.integration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import studio.ctnr.studio.editor.Edited;
import studio.ctnr.studio.editor.EditorTab;
import studio.ctnr.studio.editor.config.ConfigModel;
import studio.ctnr.studio.editor.config.ListColumn;
import studio.ctnr.studio.editor.config.SettingList;
import studio.ctnr.studio.editor.config.SettingTable;

/** What the application offers to Windows: what can be started, opened and asked for. */
public final class IntegrationTab implements EditorTab {
    private final ConfigModel model;
    private final ScrollPane pane = new ScrollPane();

    public IntegrationTab(ConfigModel model) {
        this.model = model;
        VBox lists = new VBox(
                table(
                        "entrypoints",
                        Map.of("name", "New", "target", "%CONTAINER_PROGRAMFILES%\\"),
                        ListColumn.line("name", 160),
                        ListColumn.line("target", 320),
                        ListColumn.line("args", 140),
                        ListColumn.line("cwd", 140),
                        ListColumn.flag("default", 70)),
                table(
                        "associations",
                        Map.of("extension", ".ext"),
                        ListColumn.line("extension", 90),
                        ListColumn.line("progid", 140),
                        ListColumn.line("description", 200),
                        ListColumn.line("command", 320)),
                table(
                        "protocols",
                        Map.of("scheme", "scheme", "command", "%CONTAINER_PROGRAMFILES%\\"),
                        ListColumn.line("scheme", 120),
                        ListColumn.line("command", 480)),
                table(
                        "services",
                        Map.of("name", "service", "type", "windows-service", "mode", "stub"),
                        ListColumn.line("name", 160),
                        ListColumn.choice("mode", 90, "stub", "shared"),
                        ListColumn.choice("start", 90, "manual", "auto", "disabled"),
                        ListColumn.line("command", 360)),
                table(
                        "env",
                        Map.of("key", "NAME", "value", "value"),
                        ListColumn.line("key", 200),
                        ListColumn.line("value", 480)));
        lists.getStyleClass().add("page-content");
        pane.setContent(lists);
        pane.setFitToWidth(true);
        pane.getStyleClass().add("flat");
    }

    private SettingTable table(String path, Map<String, Object> first, ListColumn... columns) {
        return new SettingTable(new SettingList(model, path), first, List.of(columns));
    }

    @Override
    public String id() {
        return "integration";
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
