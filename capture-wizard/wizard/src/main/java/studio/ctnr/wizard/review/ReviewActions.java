package studio.ctnr.wizard.review;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.container.config.Isolation.Mode;
import studio.ctnr.engine.change.RegistryChange.OfValue;
import studio.ctnr.engine.rules.Decision;
import studio.ctnr.engine.rules.Outcome;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.wizard.diff.Decided;
import studio.ctnr.wizard.diff.DiffState;
import studio.ctnr.wizard.diff.DiffState.Mark;
import studio.ctnr.wizard.diff.DiffTree;
import studio.ctnr.wizard.diff.IsolationPlace;
import studio.ctnr.wizard.diff.NodeKind;
import studio.ctnr.wizard.text.Texts;

/** What can be done with the selected rows. */
final class ReviewActions {
    private final ReviewViewModel viewModel;
    private final Desk desk;
    private final BooleanProperty any = new SimpleBooleanProperty();
    private final BooleanProperty one = new SimpleBooleanProperty();
    private final BooleanProperty value = new SimpleBooleanProperty();
    private final BooleanProperty amended = new SimpleBooleanProperty();
    private final BooleanProperty place = new SimpleBooleanProperty();
    private final BooleanProperty placed = new SimpleBooleanProperty();
    private final BooleanProperty file = new SimpleBooleanProperty();
    private final Action toggle;
    private final Action include;
    private final Action exclude;
    private final Action excludeFolder;
    private final Action excludeExtension;
    private final Action forget;
    private final Action rule;
    private final Action copy;
    private final Action edit;
    private final Action restore;
    private final Action isolated;
    private final Action merged;
    private final Action host;
    private final Action usual;
    private final Action export;
    private final Action exportList;
    private final Action undo;
    private final Action redo;
    private List<Integer> selected = List.of();

    ReviewActions(ReviewViewModel viewModel, Desk desk) {
        this.viewModel = viewModel;
        this.desk = desk;
        toggle = Action.of("review.toggle", Texts.text("review.toggle"), this::toggleAll)
                .icon(BootstrapIcons.CHECK_SQUARE)
                .enabledWhen(any);
        include = Action.of("review.include", Texts.text("review.include"), () -> decide(Outcome.INCLUDE))
                .enabledWhen(any);
        exclude = Action.of("review.exclude", Texts.text("review.exclude"), () -> decide(Outcome.EXCLUDE))
                .icon(BootstrapIcons.SLASH_CIRCLE)
                .shortcut("Delete")
                .enabledWhen(any);
        excludeFolder = Action.of("review.exclude-folder", Texts.text("review.exclude-folder"), this::excludeHolder)
                .enabledWhen(one);
        excludeExtension = Action.of(
                        "review.exclude-extension", Texts.text("review.exclude-extension"), this::excludeSuchFiles)
                .enabledWhen(file);
        forget = Action.of("review.forget", Texts.text("review.forget"), () -> viewModel.forget(selected))
                .enabledWhen(any);
        rule = Action.of("review.make-rule", Texts.text("review.make-rule"), this::makeRule)
                .icon(BootstrapIcons.FUNNEL)
                .enabledWhen(one);
        copy = Action.of("review.copy-path", Texts.text("review.copy-path"), this::copyPaths)
                .icon(BootstrapIcons.CLIPBOARD)
                .shortcut("Shortcut+C")
                .enabledWhen(any);
        edit = Action.of("review.edit-value", Texts.text("review.edit-value"), this::editValue)
                .icon(BootstrapIcons.PENCIL)
                .shortcut("F2")
                .enabledWhen(value);
        restore = Action.of("review.restore", Texts.text("review.restore"), () -> viewModel.restore(selected))
                .enabledWhen(amended);
        isolated = mode("review.isolate", Texts.text("review.isolate"), Optional.of(Mode.ISOLATED), place);
        merged = mode("review.merge", Texts.text("review.merge"), Optional.of(Mode.MERGED), place);
        host = mode("review.host", Texts.text("review.host"), Optional.of(Mode.HOST), place);
        usual = mode("review.usual", Texts.text("review.usual"), Optional.empty(), placed);
        export = Action.of("review.export", Texts.text("review.export"), this::export)
                .icon(BootstrapIcons.BOX_ARROW_UP)
                .shortcut("Shortcut+E")
                .enabledWhen(any);
        exportList = Action.of("review.export-list", Texts.text("review.export-list"), this::exportList)
                .icon(BootstrapIcons.LIST)
                .enabledWhen(Bindings.isNotNull(viewModel.shownProperty()));
        undo = Action.of("review.undo", Texts.text("review.undo"), viewModel.history()::undo)
                .icon(BootstrapIcons.ARROW_COUNTERCLOCKWISE)
                .shortcut("Shortcut+Z")
                .enabledWhen(Bindings.createBooleanBinding(
                        () -> viewModel.history().canUndoProperty().get(),
                        viewModel.history().canUndoProperty()));
        redo = Action.of("review.redo", Texts.text("review.redo"), viewModel.history()::redo)
                .icon(BootstrapIcons.ARROW_CLOCKWISE)
                .shortcut("Shortcut+Shift+Z")
                .enabledWhen(Bindings.createBooleanBinding(
                        () -> viewModel.history().canRedoProperty().get(),
                        viewModel.history().canRedoProperty()));
    }

    /** The rows that are meant. */
    void select(List<Integer> nodes) {
        selected = nodes;
        any.set(!nodes.isEmpty());
        boolean single = nodes.size() == 1 && tree().kind(nodes.getFirst()) != NodeKind.ROOT;
        one.set(single);
        file.set(single && tree().kind(nodes.getFirst()) == NodeKind.FILE);
        DiffState state = viewModel.shownProperty().get().state();
        value.set(
                single && state.value(nodes.getFirst()).flatMap(OfValue::after).isPresent());
        amended.set(nodes.stream().anyMatch(state::isAmended));
        place.set(!nodes.isEmpty()
                && nodes.stream()
                        .allMatch(node -> tree().kind(node) != NodeKind.VALUE
                                && IsolationPlace.of(tree(), node).isPresent()));
        placed.set(nodes.stream().anyMatch(node -> state.mode(node).isPresent()));
    }

    private Action mode(String id, String label, Optional<Mode> mode, BooleanProperty enabled) {
        return Action.of(id, label, () -> viewModel.isolate(selected, mode)).enabledWhen(enabled);
    }

    Action edit() {
        return edit;
    }

    Action toggle() {
        return toggle;
    }

    Action rule() {
        return rule;
    }

    Action undo() {
        return undo;
    }

    Action redo() {
        return redo;
    }

    /** For the context menu; null is a separator. */
    Action[] menu() {
        return new Action[] {
            include,
            exclude,
            excludeFolder,
            excludeExtension,
            forget,
            null,
            rule,
            null,
            edit,
            restore,
            null,
            isolated,
            merged,
            host,
            usual,
            null,
            copy,
            export,
            exportList,
            null,
            undo,
            redo
        };
    }

    List<Action> all() {
        return List.of(
                toggle,
                include,
                exclude,
                excludeFolder,
                excludeExtension,
                forget,
                rule,
                edit,
                restore,
                isolated,
                merged,
                host,
                usual,
                copy,
                export,
                exportList,
                undo,
                redo);
    }

    /** Whether a shortcut of this table would take a key that a text field needs for itself. */
    static boolean needsNoTextField(Action action) {
        return action.shortcut()
                .map(KeyCombination::getName)
                .filter("Delete"::equals)
                .isPresent();
    }

    private DiffTree tree() {
        return viewModel.shownProperty().get().state().tree();
    }

    private void decide(Outcome outcome) {
        viewModel.decide(selected, outcome);
    }

    /** What is not wholly included is included; what is, is excluded. */
    private void toggleAll() {
        var state = viewModel.shownProperty().get().state();
        boolean all = selected.stream().allMatch(node -> state.mark(node) == Mark.IN);
        decide(all ? Outcome.EXCLUDE : Outcome.INCLUDE);
    }

    private void excludeHolder() {
        int node = selected.getFirst();
        String path = tree().path(node);
        String holder = tree().value(node).isPresent() ? path : path.substring(0, path.lastIndexOf('\\'));
        viewModel.decide(new Decision(Outcome.EXCLUDE, Decided.literal(holder), Optional.empty(), ""));
    }

    private void excludeSuchFiles() {
        String name = tree().name(selected.getFirst());
        int dot = name.lastIndexOf('.');
        if (dot >= 0) {
            viewModel.decide(
                    new Decision(Outcome.EXCLUDE, "*" + Decided.literal(name.substring(dot)), Optional.empty(), ""));
        }
    }

    private void makeRule() {
        viewModel
                .session()
                .ifPresent(session -> new RuleDialog(viewModel, session, desk)
                        .show(Decided.decision(tree(), selected.getFirst(), Outcome.EXCLUDE)));
    }

    private void copyPaths() {
        desk.dialogs()
                .copy(String.join(
                        "\n", selected.stream().map(node -> tree().path(node)).toList()));
    }

    private void editValue() {
        OfValue change = viewModel
                .shownProperty()
                .get()
                .state()
                .value(selected.getFirst())
                .orElseThrow();
        new ValueDialog(viewModel, desk).show(change.key(), change.after().orElseThrow());
    }

    private void exportList() {
        new ReviewExport(desk).list(viewModel.shownProperty().get());
    }

    private void export() {
        new ReviewExport(desk).export(viewModel.shownProperty().get().state(), selected);
    }
}
