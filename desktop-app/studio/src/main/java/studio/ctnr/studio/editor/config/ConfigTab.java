package studio.ctnr.studio.editor.config;

import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import studio.ctnr.studio.editor.Edited;
import studio.ctnr.studio.editor.EditorTab;

/** The config.yml as a form and as source side by side, each of which follows the other. */
public final class ConfigTab implements EditorTab {
    private final ConfigModel model;
    private final BorderPane pane = new BorderPane();

    public ConfigTab(ConfigModel model) {
        this.model = model;
        SourceEditor source = new SourceEditor(model);
        SplitPane split = new SplitPane(new ConfigForm(model), source);
        split.setDividerPositions(0.52);
        pane.getStyleClass().add("config");
        pane.getStylesheets()
                .add(Objects.requireNonNull(ConfigTab.class.getResource("config.css"))
                        .toExternalForm());
        pane.setCenter(split);
        pane.setBottom(new ProblemBar(model, source));
    }

    @Override
    public String id() {
        return "config";
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
