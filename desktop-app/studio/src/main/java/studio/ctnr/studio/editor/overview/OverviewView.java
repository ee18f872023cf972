package studio.ctnr.studio.editor.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.container.config.EntryPoint;
import studio.ctnr.studio.library.FindingList;
import studio.ctnr.studio.library.HistoryList;
import studio.ctnr.studio.library.RecordFacts;
import studio.ctnr.studio.text.IsolationWords;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.control.Facts;
import studio.ctnr.toolkit.text.ByteSize;
import studio.ctnr.toolkit.text.RecentTime;
import studio.ctnr.workbench.inventory.ContainerRecord;

/** Four doors to the tabs, what can be started, and where the bytes are; facts and findings at the right. */
final class OverviewView extends BorderPane {
    private final OverviewViewModel model;
    private final VBox main = new VBox();
    private final VBox side = new VBox();

    OverviewView(OverviewViewModel model) {
        this.model = model;
        getStyleClass().add("overview");
        getStylesheets()
                .add(Objects.requireNonNull(OverviewView.class.getResource("overview.css"))
                        .toExternalForm());
        main.getStyleClass().add("page-content");
        side.getStyleClass().add("overview-side");
        setCenter(scrolled(main, "flat"));
        ScrollPane right = scrolled(side, "inspector");
        right.setPrefWidth(320);
        setRight(right);
        InvalidationListener again = o -> build();
        model.configProperty().addListener(again);
        model.contentsProperty().addListener(again);
        model.history().addListener(again);
        build();
    }

    private static ScrollPane scrolled(VBox content, String style) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add(style);
        return scroll;
    }

    private void build() {
        main.getChildren().setAll(doors());
        model.configProperty().get().ifPresent(config -> main.getChildren().add(entryPoints(config)));
        model.contentsProperty().get().ifPresent(contents -> main.getChildren().add(new SizeBars(contents)));
        side.getChildren().setAll(facts());
        if (!container().findings().isEmpty()) {
            side.getChildren().add(FindingList.of(container().findings()));
        }
        if (!model.history().isEmpty()) {
            side.getChildren().add(HistoryList.of(model.history()));
        }
    }

    private ContainerRecord container() {
        return model.container();
    }

    /** Two by two, or one under the other where there is little room. */
    private FlowPane doors() {
        FlowPane doors = new FlowPane(
                12,
                12,
                door("files", BootstrapIcons.FOLDER2, files()),
                door("registry", BootstrapIcons.LIST_NESTED, registry()),
                door(
                        "isolation",
                        BootstrapIcons.SHIELD,
                        known(config -> List.of(IsolationWords.line(config.isolation())))),
                door("integration", BootstrapIcons.PUZZLE, known(OverviewView::brings)));
        ObservableValue<Number> width = doors.widthProperty()
                .map(all -> all.doubleValue() < 480 ? all.doubleValue() : Math.floor((all.doubleValue() - 12) / 2));
        doors.getChildren().forEach(door -> ((Button) door).prefWidthProperty().bind(width));
        return doors;
    }

    private String files() {
        return model.contentsProperty()
                .get()
                .map(contents -> {
                    Contents.Share both = contents.application().plus(contents.user());
                    return Texts.count("overview.files", both.files(), ByteSize.shown(both.bytes()));
                })
                .orElse("…");
    }

    private String registry() {
        return model.contentsProperty()
                .get()
                .map(contents -> Texts.count("overview.keys", contents.keys()) + ", "
                        + Texts.count("overview.values", contents.values()))
                .orElse("…");
    }

    private String known(Function<ContainerConfig, List<String>> words) {
        return model.configProperty()
                .get()
                .map(words)
                .map(parts -> String.join(", ", parts))
                .orElse(Texts.text("overview.noConfig"));
    }

    private static List<String> brings(ContainerConfig config) {
        List<Integer> counts = OverviewViewModel.brings(config);
        List<String> parts = new ArrayList<>();
        if (counts.get(0) > 0) {
            parts.add(Texts.count("overview.types", counts.get(0)));
        }
        if (counts.get(1) > 0) {
            parts.add(Texts.count("overview.protocols", counts.get(1)));
        }
        if (counts.get(2) > 0) {
            parts.add(Texts.count("overview.services", counts.get(2)));
        }
        if (counts.get(3) > 0) {
            parts.add(Texts.count("overview.variables", counts.get(3)));
        }
        return parts.isEmpty() ? List.of(Texts.text("overview.nothing")) : parts;
    }

    private Button door(String tab, BootstrapIcons icon, String says) {
        Label title = new Label(Texts.text("editor.tab." + tab));
        title.getStyleClass().add("strong");
        Label line = new Label(says);
        line.getStyleClass().addAll("small", "muted", "may-shorten");
        VBox text = new VBox(title, line);
        text.getStyleClass().add("door-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox content = new HBox(new FontIcon(icon), text, new FontIcon(BootstrapIcons.CHEVRON_RIGHT));
        content.getStyleClass().add("overview-door-content");
        Button door = new Button(null, content);
        door.setId("overview-" + tab);
        door.getStyleClass().setAll("overview-door");
        door.setAccessibleText(title.getText() + ": " + says);
        door.setTooltip(new Tooltip(says));
        content.prefWidthProperty().bind(door.widthProperty().subtract(34));
        door.setOnAction(e -> model.go(tab));
        return door;
    }

    private VBox entryPoints(ContainerConfig config) {
        VBox list = new VBox(heading("overview.entries"));
        list.getStyleClass().add("overview-entries");
        config.entrypoints().forEach(entry -> list.getChildren().add(row(entry, config)));
        if (config.entrypoints().isEmpty()) {
            Hyperlink add = new Hyperlink(Texts.text("overview.entries.add"));
            add.setOnAction(e -> model.go("integration"));
            list.getChildren().add(add);
        }
        return list;
    }

    private HBox row(EntryPoint entry, ContainerConfig config) {
        Label name = new Label(entry.name());
        name.getStyleClass().add("strong");
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        Label target =
                new Label(entry.target() + entry.args().map(args -> " " + args).orElse(""));
        target.getStyleClass().addAll("mono", "small", "muted", "may-shorten");
        target.setTooltip(new Tooltip(target.getText()));
        HBox.setHgrow(target, Priority.ALWAYS);
        target.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(name, target);
        row.getStyleClass().add("overview-entry");
        if (config.defaultEntryPoint().filter(entry::equals).isPresent()) {
            Label usual = new Label(Texts.text("overview.default"));
            usual.getStyleClass().add("chip");
            usual.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(usual);
        }
        Button run = new Button(Texts.text("library.run"), new FontIcon(BootstrapIcons.PLAY));
        run.getStyleClass().add("small");
        run.setAccessibleText(Texts.text("inspector.run-entry", entry.name()));
        run.setMinWidth(USE_PREF_SIZE);
        run.setOnAction(e -> model.run(entry.name()));
        row.getChildren().add(run);
        return row;
    }

    static Label heading(String key) {
        Label heading = new Label(Texts.text(key));
        heading.getStyleClass().add("heading");
        return heading;
    }

    private Facts facts() {
        Facts facts = new Facts();
        RecordFacts.publisher(facts, container());
        model.configProperty().get().ifPresent(config -> {
            config.description().ifPresent(text -> facts.add(Texts.text("overview.description"), text));
            config.homepage().ifPresent(page -> facts.add(Texts.text("overview.homepage"), page));
            config.runtime().build().ifPresent(build -> facts.add(Texts.text("overview.runtime"), build));
        });
        RecordFacts.signature(facts, container());
        RecordFacts.leaks(facts, container(), Optional.of(Texts.text("overview.leaks-unknown")));
        facts.add(Texts.text("overview.states"), Integer.toString(container().snapshots()));
        RecordFacts.added(facts, container());
        facts.add(
                Texts.text("overview.lastRun"),
                container().lastRun().map(RecentTime::shown).orElse(Texts.text("overview.never")));
        RecordFacts.tags(facts, container());
        RecordFacts.id(facts, container());
        facts.add(Texts.text("overview.place"), place());
        return facts;
    }

    private Node place() {
        Hyperlink open = new Hyperlink(container().folder().toString());
        open.setWrapText(true);
        open.setMinHeight(USE_PREF_SIZE);
        open.getStyleClass().add("overview-place");
        open.setOnAction(e -> model.openFolder());
        return open;
    }
}
