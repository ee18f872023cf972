package studio.ctnr.wizard.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.PatternSyntaxException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.config.Isolation.Mode;
import studio.ctnr.container.config.Isolation.Rule;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.engine.amend.Amendments;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.rules.Decision;
import studio.ctnr.engine.rules.Decisions;
import studio.ctnr.engine.rules.Outcome;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.background.BackgroundTask;
import studio.ctnr.toolkit.dialog.Dialogs;
import studio.ctnr.toolkit.history.EditHistory;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;
import studio.ctnr.wizard.diff.Category;
import studio.ctnr.wizard.diff.Decided;
import studio.ctnr.wizard.diff.DiffFilter;
import studio.ctnr.wizard.diff.DiffState;
import studio.ctnr.wizard.diff.DiffTree;
import studio.ctnr.wizard.diff.IsolationPlace;
import studio.ctnr.wizard.diff.Shown;
import studio.ctnr.wizard.diff.TextFilter;
import studio.ctnr.wizard.model.Amended;
import studio.ctnr.wizard.model.ChangedFileException;
import studio.ctnr.wizard.stage.ChangedFile;
import studio.ctnr.wizard.text.Texts;

/**
 * What was captured, what of it is wanted, and what of it is shown. Judging and filtering are done in the background; of
 * several that are asked for, only the newest is shown.
 */
public final class ReviewViewModel {
    private final Background background;
    private final Dialogs dialogs;
    private final EditHistory history = new EditHistory();
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Optional<String>> textProblem = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<Problem> problem = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Optional<String>> unobserved = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AtomicLong newest = new AtomicLong();
    private DiffFilter filter = DiffFilter.ALL;
    private BackgroundTask<Shown> work;
    private ReviewSession session;
    private final Path rules;
    private final Amended amended;
    private Kept kept;

    /**
     * @param rules the folder of rules that every new capture begins with
     * @param amended what is changed of the capture, here and elsewhere
     */
    public ReviewViewModel(Desk desk, Path rules, Amended amended) {
        this.amended = amended;
        this.rules = rules;
        background = desk.background();
        dialogs = desk.dialogs();
        text.addListener((o, was, is) -> textChanged(is));
    }

    /** What is shown now; null until the project was read. */
    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What was decided on every change; null until the project was read. */
    public ObservableValue<DiffState> stateProperty() {
        return shown.map(Shown::state);
    }

    /** What is looked for: a text, or an expression between slashes. */
    public StringProperty textProperty() {
        return text;
    }

    /** What is wrong with it. */
    public ReadOnlyObjectProperty<Optional<String>> textProblemProperty() {
        return textProblem;
    }

    public BooleanProperty busyProperty() {
        return busy;
    }

    public ReadOnlyObjectProperty<Problem> problemProperty() {
        return problem;
    }

    /** What to say of a capture whose changes were not all seen to be made. */
    public ReadOnlyObjectProperty<Optional<String>> unobservedProperty() {
        return unobserved.getReadOnlyProperty();
    }

    public EditHistory history() {
        return history;
    }

    public DiffFilter filter() {
        return filter;
    }

    /** Reads a project. */
    public void open(CaptureProject project) {
        busy.set(true);
        problem.set(null);
        shown.set(null);
        session = null;
        history.clear();
        unobserved.set(UnobservedText.of(project.record().unobserved()));
        String files = Texts.text("review.files");
        String registry = Texts.text("review.registry");
        background
                .call(() -> ReviewSession.open(project, rules, amended, files, registry))
                .onSuccess(opened -> {
                    session = opened;
                    kept = opened.kept();
                    shown.set(Shown.of(opened.first(), filter));
                })
                .onError(failure -> fail(failure, () -> open(project)))
                .atEnd(() -> busy.set(false))
                .start();
    }

    /** Goes on from what another page changed of the capture, if one did; what was done before can't be undone then. */
    public void follow() {
        if (session != null && amended.now() != kept.amendments()) {
            history.clear();
            apply(kept.with(amended.now()));
        }
    }

    private void fail(Exception failure, Runnable again) {
        problem.set(Problem.of("REVIEW-READ", failure.getMessage(), new Remedy(Texts.text("review.again"), again)));
    }

    /** Shows only what is of a category, or not only that any more. */
    public void toggle(Category category) {
        Set<Category> all =
                filter.categories().isEmpty() ? EnumSet.noneOf(Category.class) : EnumSet.copyOf(filter.categories());
        if (!all.remove(category)) {
            all.add(category);
        }
        filter(filter.withCategories(all));
    }

    public void toggleExcluded() {
        filter(filter.withExcludedOnly(!filter.excludedOnly()));
    }

    /** Shows everything again. */
    public void showAll() {
        text.set("");
        filter(DiffFilter.ALL);
    }

    private void textChanged(String typed) {
        try {
            TextFilter wanted = TextFilter.of(typed);
            textProblem.set(Optional.empty());
            filter(filter.withText(wanted));
        } catch (PatternSyntaxException wrong) {
            textProblem.set(Optional.of(wrong.getDescription()));
        }
    }

    private void filter(DiffFilter wanted) {
        filter = wanted;
        if (shown.get() != null) {
            DiffState state = shown.get().state();
            show(() -> state);
        }
    }

    /** Where a state comes from. */
    private interface Source {
        DiffState get() throws IOException;
    }

    private void show(Source source) {
        long number = newest.incrementAndGet();
        if (work != null) {
            work.cancel();
        }
        DiffFilter wanted = filter;
        work = background
                .call(() -> Shown.of(source.get(), wanted))
                .onSuccess(found -> {
                    if (number == newest.get()) {
                        shown.set(found);
                    }
                })
                .onError(TextFilter.SearchGivenUp.class, e -> givenUp(number))
                .onError(ChangedFileException.class, changed -> ask(changed, source))
                .onError(failure -> fail(failure, () -> show(source)));
        work.start();
    }

    private void ask(ChangedFileException changed, Source source) {
        dialogs.ask(ChangedFile.question(
                changed,
                this::takeFiles,
                () -> {
                    problem.set(null);
                    show(() -> {
                        changed.writeOver();
                        return source.get();
                    });
                },
                () -> problem.set(Problem.of(
                        "REVIEW-CHANGED",
                        Texts.text("changed.problem", changed.file().getFileName()),
                        new Remedy(Texts.text("review.again"), () -> ask(changed, source))))));
    }

    /** Begins anew from the project's files. */
    private void takeFiles() {
        CaptureProject project = session.project();
        background
                .call(() -> amended.take(project.amendments()))
                .onSuccess(now -> open(project))
                .onError(failure -> fail(failure, this::takeFiles))
                .start();
    }

    private void givenUp(long number) {
        if (number == newest.get()) {
            textProblem.set(Optional.of(Texts.text("review.filter.slow")));
        }
    }

    /** Includes or excludes nodes, with all that they hold. */
    public void decide(Collection<Integer> nodes, Outcome outcome) {
        if (session == null || nodes.isEmpty()) {
            return;
        }
        DiffTree tree = session.tree();
        String what =
                nodes.size() == 1 ? tree.name(nodes.iterator().next()) : Texts.count("review.changes", nodes.size());
        try {
            execute(
                    Decided.on(kept.decisions(), tree, nodes, outcome),
                    Texts.text(outcome == Outcome.INCLUDE ? "review.edit.include" : "review.edit.exclude", what));
        } catch (IOException wrong) {
            fail(wrong, () -> decide(nodes, outcome));
        }
    }

    /** Adds a decision in the engineer's own words. */
    public void decide(Decision decision) {
        try {
            execute(
                    kept.decisions().with(decision),
                    Texts.text(
                            decision.outcome() == Outcome.INCLUDE ? "review.edit.include" : "review.edit.exclude",
                            decision.pattern()));
        } catch (IOException wrong) {
            fail(wrong, () -> decide(decision));
        }
    }

    /** Makes a rule for this capture and all later ones. */
    public void share(Decision decision) {
        ReviewSession here = session;
        background
                .call(() -> here.shared(decision))
                .onSuccess(rule -> execute(kept.with(rule), Texts.text("review.edit.rule", decision.pattern())))
                .onError(failure -> fail(failure, () -> share(decision)))
                .start();
    }

    /** Takes back what was decided on nodes by hand, so that rules speak again. */
    public void forget(List<Integer> nodes) {
        try {
            Decisions left = kept.decisions();
            for (int node : nodes) {
                left = left.without(Decided.decision(session.tree(), node, Outcome.EXCLUDE));
            }
            execute(left, Texts.text("review.edit.forget", session.tree().name(nodes.getFirst())));
        } catch (IOException wrong) {
            fail(wrong, () -> forget(nodes));
        }
    }

    /** Gives a value other data than was captured. */
    public void amend(KeyPath key, RegistryValue value) {
        execute(
                kept.with(kept.amendments().with(key, value)),
                Texts.text("review.edit.amend", shownName(value.name())));
    }

    /** Gives values the data again that was captured. */
    public void restore(List<Integer> nodes) {
        Amendments left = kept.amendments();
        for (int node : nodes) {
            Optional<RegistryChange.OfValue> value = session.tree().value(node);
            if (value.isPresent()) {
                left = left.without(value.get().key(), value.get().name());
            }
        }
        execute(
                kept.with(left),
                Texts.text("review.edit.restore", shownName(session.tree().name(nodes.getFirst()))));
    }

    /** Has the container see nodes' places in another mode; empty: as its rules say. */
    public void isolate(List<Integer> nodes, Optional<Mode> mode) {
        Amendments left = kept.amendments();
        for (int node : nodes) {
            Optional<String> place = IsolationPlace.of(session.tree(), node);
            if (place.isPresent()) {
                left = mode.isPresent() ? left.with(new Rule(place.get(), mode.get())) : left.withoutRule(place.get());
            }
        }
        execute(
                kept.with(left),
                Texts.text("review.edit.isolate", session.tree().name(nodes.getFirst())));
    }

    private static String shownName(String name) {
        return name.isEmpty() ? Texts.text("review.default-value") : name;
    }

    private void execute(Decisions now, String description) {
        execute(kept.with(now), description);
    }

    private void execute(Kept now, String description) {
        history.execute(new DecisionEdit(description, kept, now, this::apply));
    }

    private void apply(Kept now) {
        kept = now;
        amended.set(now.amendments());
        ReviewSession here = session;
        show(() -> here.judge(now));
    }

    /** What a pattern means among all changes, included or not. */
    public Optional<ReviewSession> session() {
        return Optional.ofNullable(session);
    }
}
