package studio.ctnr.studio.library;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.ctnr.studio.bench.ContainerDetails;
import studio.ctnr.studio.text.IsolationWords;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.ActionControls;
import studio.ctnr.toolkit.control.Facts;
import studio.ctnr.toolkit.text.ByteSize;
import studio.ctnr.workbench.inventory.ContainerRecord;

/** What there is to say about the selected container, and what can be done with it. */
final class Inspector extends ScrollPane {
    /** At least; room for the icons of one row, in pixels. */
    private static final double WIDTH = 256;

    private final InspectorViewModel model;
    private final ContainerCommands commands;
    private final LibraryActions actions;
    private final IconShelf icons;
    private final VBox content = new VBox();

    Inspector(InspectorViewModel model, ContainerCommands commands, LibraryActions actions, IconShelf icons) {
        this.model = model;
        this.commands = commands;
        this.actions = actions;
        this.icons = icons;
        setId("library-inspector");
        getStyleClass().addAll("flat", "inspector-scroll");
        setFitToWidth(true);
        setMinWidth(WIDTH);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        content.getStyleClass().add("inspector-content");
        setContent(content);
        InvalidationListener again = o -> build();
        model.containerProperty().addListener(again);
        model.detailsProperty().addListener(again);
        model.history().addListener(again);
        build();
    }

    private void build() {
        ContainerRecord container = model.containerProperty().get();
        content.getChildren().clear();
        if (container == null) {
            Label nothing = new Label(Texts.text("inspector.nothing"));
            nothing.getStyleClass().add("muted");
            nothing.setWrapText(true);
            content.getChildren().add(nothing);
            return;
        }
        Optional<ContainerDetails> details = model.detailsProperty().get();
        content.getChildren().addAll(head(container, details), buttons(container, details), facts(container, details));
        if (!container.findings().isEmpty()) {
            content.getChildren().add(FindingList.of(container.findings()));
        }
        if (!model.history().isEmpty()) {
            content.getChildren().add(HistoryList.of(model.history()));
        }
    }

    private HBox head(ContainerRecord container, Optional<ContainerDetails> details) {
        ContainerIcon icon = new ContainerIcon(icons, 40);
        icon.show(container);
        Label name = new Label(container.name());
        name.getStyleClass().add("heading");
        name.setWrapText(true);
        Label under =
                new Label(Stream.concat(Stream.of(container.version()), details.map(ContainerDetails::runtime).stream())
                        .collect(Collectors.joining(" · ")));
        under.getStyleClass().addAll("small", "muted");
        under.setWrapText(true);
        HBox head = new HBox(icon, new VBox(name, under));
        head.getStyleClass().add("head");
        return head;
    }

    private VBox buttons(ContainerRecord container, Optional<ContainerDetails> details) {
        FlowPane main = new FlowPane(runButton(container, details), ActionControls.button(actions.open));
        main.getStyleClass().add("buttons");
        HBox more = new HBox(
                ActionControls.icon(actions.snapshot),
                ActionControls.icon(actions.check),
                ActionControls.icon(actions.export),
                ActionControls.icon(actions.duplicate),
                ActionControls.icon(actions.tags),
                ActionControls.icon(actions.retire));
        more.getStyleClass().add("buttons");
        VBox both = new VBox(main, more);
        both.setSpacing(6);
        return both;
    }

    private SplitMenuButton runButton(ContainerRecord container, Optional<ContainerDetails> details) {
        SplitMenuButton run = new SplitMenuButton();
        run.setId("library-run");
        run.getStyleClass().add(Styles.ACCENT);
        run.setText(details.flatMap(read -> read.entryPoints().stream().findFirst())
                .map(entry -> Texts.text("inspector.run-entry", entry))
                .orElse(Texts.text("library.run")));
        run.setOnAction(e -> commands.run(container, Optional.empty()));
        details.ifPresent(read -> read.entryPoints().forEach(entry -> {
            MenuItem item = new MenuItem(entry);
            item.setMnemonicParsing(false);
            item.setOnAction(e -> commands.run(container, Optional.of(entry)));
            run.getItems().add(item);
        }));
        return run;
    }

    private Facts facts(ContainerRecord container, Optional<ContainerDetails> details) {
        Facts facts = new Facts();
        RecordFacts.publisher(facts, container);
        facts.add(
                Texts.text("inspector.size"),
                Texts.text("inspector.size-value", ByteSize.shown(container.size()), container.files()));
        RecordFacts.signature(facts, container);
        RecordFacts.added(facts, container);
        details.ifPresent(read -> facts.add(Texts.text("inspector.isolation"), IsolationWords.line(read.isolation())));
        RecordFacts.leaks(facts, container, Optional.empty());
        RecordFacts.tags(facts, container);
        RecordFacts.id(facts, container);
        return facts;
    }
}
