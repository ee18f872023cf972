package studio.ctnr.wizard.review;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.ctnr.engine.change.CaptureProcess;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.FileState;
import studio.ctnr.engine.change.Writer;
import studio.ctnr.toolkit.action.ActionControls;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.text.ByteSize;
import studio.ctnr.toolkit.text.Language;
import studio.ctnr.wizard.diff.Category;
import studio.ctnr.wizard.diff.DiffState;
import studio.ctnr.wizard.diff.DiffTree;
import studio.ctnr.wizard.preview.PreviewReader;
import studio.ctnr.wizard.preview.view.PreviewFacts;
import studio.ctnr.wizard.preview.view.PreviewView;
import studio.ctnr.wizard.text.Texts;

/** What the selected row holds, and why it goes in or not. */
final class PreviewPane extends ScrollPane {
    private static final double WIDTH = 340;

    private final Background background;
    private final ReviewActions actions;
    private final VBox box = new VBox();
    private int newest;

    PreviewPane(Background background, ReviewActions actions) {
        this.background = background;
        this.actions = actions;
        getStyleClass().addAll("flat", "preview");
        setId("review-preview");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        box.getStyleClass().addAll("inspector", "preview-box");
        setContent(box);
        setFitToHeight(true);
        setPrefWidth(WIDTH);
        setMinWidth(240);
    }

    /** Shows a row; what it holds follows when it was read. */
    void show(Optional<Integer> selected, DiffState state) {
        int number = ++newest;
        box.getChildren().clear();
        if (selected.isEmpty() || state == null) {
            Label nothing = new Label(Texts.text("review.select"));
            nothing.getStyleClass().add("muted");
            nothing.setWrapText(true);
            box.getChildren().add(nothing);
            return;
        }
        int node = selected.get();
        head(state, node);
        VBox content = new VBox();
        content.getStyleClass().add("preview-content");
        box.getChildren().addAll(content, buttons(state.tree().value(node).isPresent()));
        background
                .call(() -> PreviewReader.read(state, node))
                .onSuccess(preview -> {
                    if (number == newest) {
                        content.getChildren().setAll(PreviewView.of(preview));
                    }
                })
                .start();
    }

    private void head(DiffState state, int node) {
        DiffTree tree = state.tree();
        Label path = new Label(tree.path(node).isEmpty() ? "" : holder(tree, node));
        path.getStyleClass().addAll("mono", "small", "accent");
        path.setWrapText(true);
        path.setMinHeight(USE_PREF_SIZE);
        Label name = new Label(own(tree, node));
        name.getStyleClass().add("heading");
        name.setWrapText(true);
        PreviewFacts facts = new PreviewFacts();
        tree.file(node).ifPresent(file -> file(facts, file));
        if (tree.kind(node).isContainer()) {
            facts.add("review.holds", Texts.count("review.changes", state.changesIn(node)));
        }
        facts.add("review.verdict", CellTexts.verdict(state, node));
        if (state.isAmended(node)) {
            facts.add("review.captured", CellTexts.data(tree.value(node).orElseThrow()));
        }
        state.mode(node).ifPresent(mode -> facts.add("review.mode", CellTexts.mode(mode)));
        state.verdict(node).ifPresent(verdict -> {
            facts.add("review.why", CellTexts.why(verdict));
            if (!verdict.rule().isEmpty()) {
                facts.addMono("review.rule", verdict.rule());
            }
        });
        tree.writer(node).ifPresent(writer -> {
            facts.add(
                    "review.written",
                    writer.process().name() + " (" + writer.process().pid() + ")");
            if (writer.chain().size() > 1) {
                facts.add("review.started-by", chain(writer));
            }
            facts.addMono("review.when", sinceStart(writer));
        });
        if (tree.categories(node).contains(Category.MACHINE_SPECIFIC)) {
            facts.add("review.names-machine", Texts.text("review.names-machine.sentence"));
        }
        box.getChildren().addAll(path, name, facts);
        if (path.getText().isEmpty()) {
            box.getChildren().remove(path);
        }
    }

    private static String chain(Writer writer) {
        return writer.chain().subList(0, writer.chain().size() - 1).stream()
                .map(CaptureProcess::name)
                .collect(Collectors.joining(" → "));
    }

    /** After the start of the step's first process. */
    private static String sinceStart(Writer writer) {
        Duration after = Duration.between(writer.chain().getFirst().started(), writer.at());
        return "%02d:%02d.%03d".formatted(after.toMinutes(), after.toSecondsPart(), after.toMillisPart());
    }

    private static String holder(DiffTree tree, int node) {
        String path = tree.path(node);
        if (tree.value(node).isPresent()) {
            return path;
        }
        int slash = path.lastIndexOf('\\');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    private static String own(DiffTree tree, int node) {
        if (tree.value(node).isPresent()) {
            return tree.name(node).isEmpty() ? Texts.text("review.default-value") : tree.name(node);
        }
        String path = tree.path(node);
        return path.isEmpty() ? tree.name(node) : path.substring(path.lastIndexOf('\\') + 1);
    }

    private static void file(PreviewFacts facts, FileChange change) {
        if (!change.folder()) {
            change.before().ifPresent(before -> facts.add("review.before", state(before)));
            change.after().ifPresent(after -> facts.add("review.after", state(after)));
        }
        change.after()
                .ifPresent(after -> facts.add(
                        "review.modified",
                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                                .withLocale(Language.spoken().locale())
                                .withZone(ZoneId.systemDefault())
                                .format(after.modified())));
    }

    private static String state(FileState state) {
        return ByteSize.shown(state.size());
    }

    private Node buttons(boolean ofValue) {
        FlowPane row =
                new FlowPane(12, 12, ActionControls.button(actions.toggle()), ActionControls.button(actions.rule()));
        if (ofValue) {
            row.getChildren().addFirst(ActionControls.button(actions.edit()));
        }
        row.getStyleClass().add("preview-buttons");
        return row;
    }
}
