package studio.ctnr.wizard.describe;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.ctnr.container.config.Isolation;
import studio.ctnr.container.config.Isolation.Mode;
import studio.ctnr.container.config.Isolation.Rule;
import studio.ctnr.engine.amend.Amendments;
import studio.ctnr.engine.amend.Described;
import studio.ctnr.toolkit.dialog.Answer;
import studio.ctnr.toolkit.dialog.Question;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;
import studio.ctnr.wizard.model.CaptureModel;
import studio.ctnr.wizard.model.ChangedFileException;
import studio.ctnr.wizard.model.DescriptionDraft;
import studio.ctnr.wizard.model.EntryDraft;
import studio.ctnr.wizard.model.WizardStage;
import studio.ctnr.wizard.stage.ChangedFile;
import studio.ctnr.wizard.text.Texts;
import studio.ctnr.wizard.words.EngineWords;

/** What the container says of its application: as found, and as the engineer wants it. */
public final class DescribeViewModel {
    private static final List<Rule> OWN_DOCUMENTS = Isolation.USER_DOCUMENTS.stream()
            .map(rule -> new Rule(rule.path(), Mode.MERGED))
            .toList();
    private static final Pattern PLACE =
            Pattern.compile("(HKCU|HKLM|HKCR|HKU|HKEY_[A-Z_]+)\\\\.+|([A-Z]:|%[^%\\\\]+%)\\\\.+");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    /** The fields that can be wrong, in the order of the page. */
    public enum Field {
        NAME,
        VERSION,
        ID,
        ENTRIES,
        ISOLATION
    }

    private final CaptureModel model;
    private final Desk desk;
    private final StringProperty id = new SimpleStringProperty("");
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty version = new SimpleStringProperty("");
    private final StringProperty publisher = new SimpleStringProperty("");
    private final StringProperty description = new SimpleStringProperty("");
    private final StringProperty icon = new SimpleStringProperty("");
    private final BooleanProperty documents = new SimpleBooleanProperty(true);
    private final ObservableList<Rule> rules = FXCollections.observableArrayList();
    private final Map<String, byte[]> icons = new HashMap<>();
    private final ObservableList<EntryDraft> entries = FXCollections.observableArrayList();
    private final ObjectProperty<Found> found = new SimpleObjectProperty<>();
    private final BooleanProperty looking = new SimpleBooleanProperty();
    private final ObjectProperty<Problem> problem = new SimpleObjectProperty<>();
    private final ObjectProperty<Map<Field, String>> errors = new SimpleObjectProperty<>(Map.of());
    private int lookedAt = -1;
    private int taken;

    public DescribeViewModel(CaptureModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
    }

    public StringProperty idProperty() {
        return id;
    }

    public StringProperty nameProperty() {
        return name;
    }

    public StringProperty versionProperty() {
        return version;
    }

    public StringProperty publisherProperty() {
        return publisher;
    }

    public StringProperty descriptionProperty() {
        return description;
    }

    /** A file of the container, {@code bin/icons/…}; empty for the found one. */
    public StringProperty iconProperty() {
        return icon;
    }

    /** Whether the user's own folders are the host's. */
    public BooleanProperty documentsProperty() {
        return documents;
    }

    public ObservableList<EntryDraft> entries() {
        return entries;
    }

    /** The places that are seen otherwise than the rest, without the user's own folders. */
    public ObservableList<Rule> rules() {
        return rules;
    }

    /** The picture of a file in the container; empty when it has none that can be shown. */
    public Optional<byte[]> icon(String file) {
        return Optional.ofNullable(icons.get(file));
    }

    /** The picture of an entry point. */
    public Optional<byte[]> icon(EntryDraft entry) {
        return icon(Described.inContainer(entry.icon()));
    }

    /** What was found; null while it is being looked for. */
    public ReadOnlyObjectProperty<Found> foundProperty() {
        return found;
    }

    public BooleanProperty lookingProperty() {
        return looking;
    }

    public ReadOnlyObjectProperty<Problem> problemProperty() {
        return problem;
    }

    /** What is wrong, by field. */
    public ReadOnlyObjectProperty<Map<Field, String>> errorsProperty() {
        return errors;
    }

    /** Looks at the selection, unless it has not changed since it was looked at. */
    public void look() {
        int selection = model.selectionsProperty().get();
        if (looking.get() || found.get() != null && lookedAt == selection) {
            return;
        }
        looking.set(true);
        problem.set(null);
        var project = model.capturedProperty().get();
        desk.background()
                .run(progress -> {
                    model.amended().read(project.amendments());
                    return Found.in(project, (doing, done, total) -> {
                        if (progress.isCancelled()) {
                            throw new CancellationException();
                        }
                    });
                })
                .onSuccess(now -> found(now, selection))
                .onError(failure -> problem.set(Problem.of(
                        "DESCRIBE-LOOK",
                        EngineWords.of(failure.getMessage()),
                        new Remedy(Texts.text("review.again"), this::look))))
                .atEnd(() -> looking.set(false))
                .start();
    }

    private void found(Found now, int selection) {
        DescriptionDraft written =
                found.get() == null ? model.descriptionProperty().get() : draft();
        DescriptionDraft next;
        if (written == null) {
            next = now.draft();
        } else if (found.get() == null) {
            next = written.withEntries(
                    Merged.entries(written.entries(), now.draft().entries()));
        } else {
            next = Merged.of(found.get().draft(), written, now.draft());
        }
        boolean first = found.get() == null;
        lookedAt = selection;
        icons.putAll(now.icons());
        found.set(now);
        model.reportProperty().set(now.report());
        write(next);
        Amendments amendments = model.amended().now();
        showRules(amendments);
        // what stands beside the capture holds: it may be a person's, and a draft may be older
        if (taken != model.amended().taken() || first && check().isEmpty() && says(next, amendments)) {
            taken = model.amended().taken();
            write(Said.of(now.draft(), amendments.application()));
        }
        keep();
    }

    /** Whether the file says something else of the application than a draft does. */
    private boolean says(DescriptionDraft draft, Amendments amendments) {
        return !Said.otherwise(found.get().draft(), draft).equals(said(amendments));
    }

    /** What the file says of the application, without what was found all the same. */
    private Described said(Amendments amendments) {
        DescriptionDraft asFound = found.get().draft();
        return Said.otherwise(asFound, Said.of(asFound, amendments.application()));
    }

    private void write(DescriptionDraft draft) {
        id.set(draft.id());
        name.set(draft.name());
        version.set(draft.version());
        publisher.set(draft.publisher());
        description.set(draft.description());
        icon.set(draft.icon());
        entries.setAll(draft.entries());
        check();
    }

    private DescriptionDraft draft() {
        return new DescriptionDraft(
                id.get().strip(),
                name.get().strip(),
                version.get().strip(),
                publisher.get().strip(),
                description.get().strip(),
                icon.get(),
                List.copyOf(entries));
    }

    private void showRules(Amendments amendments) {
        boolean own = amendments.isolation().containsAll(OWN_DOCUMENTS);
        documents.set(!own);
        rules.setAll(amendments.isolation().stream()
                .filter(rule -> !own || !OWN_DOCUMENTS.contains(rule))
                .toList());
    }

    private List<Rule> wantedRules() {
        List<Rule> wanted = new ArrayList<>();
        rules.stream()
                .map(rule -> new Rule(rule.path().strip(), rule.mode()))
                .filter(rule -> !rule.path().isEmpty())
                .forEach(wanted::add);
        if (!documents.get()) {
            OWN_DOCUMENTS.stream()
                    .filter(usual ->
                            wanted.stream().noneMatch(rule -> rule.path().equalsIgnoreCase(usual.path())))
                    .forEach(wanted::add);
        }
        return wanted;
    }

    /** Puts what stands here into what all pages share, and beside the capture once nothing is wrong with it. */
    public void keep() {
        keep(() -> {});
    }

    /** @param then what goes on once it is beside the capture, or has no need to be */
    private void keep(Runnable then) {
        if (found.get() == null) {
            return;
        }
        DescriptionDraft draft = draft();
        model.descriptionProperty().set(draft);
        if (!name.get().isBlank()) {
            model.titleProperty().set(name.get().strip());
        }
        if (!check().isEmpty()) {
            return;
        }
        Amendments before = model.amended().now();
        Amendments now =
                says(draft, before) ? before.with(Said.otherwise(found.get().draft(), draft)) : before;
        now = now.isolation().equals(wantedRules()) ? now : now.withRules(wantedRules());
        if (!now.equals(before)) {
            model.amended().set(now);
        }
        write(then);
    }

    private void write(Runnable then) {
        var project = model.capturedProperty().get();
        desk.background()
                .call(() -> {
                    model.amended().write(project.amendments());
                    return project;
                })
                .onSuccess(written -> {
                    problem.set(null);
                    then.run();
                })
                .onError(ChangedFileException.class, changed -> ask(changed, then))
                .onError(failure -> problem.set(Problem.of(
                        "DESCRIBE-KEEP", failure.getMessage(), new Remedy(Texts.text("review.again"), this::keep))))
                .start();
    }

    private void ask(ChangedFileException changed, Runnable then) {
        desk.dialogs()
                .ask(ChangedFile.question(
                        changed,
                        this::takeFile,
                        () -> desk.background()
                                .call(() -> {
                                    changed.writeOver();
                                    return true;
                                })
                                .onSuccess(done -> write(then))
                                .start(),
                        () -> problem.set(Problem.of(
                                "DESCRIBE-CHANGED",
                                Texts.text("changed.problem", changed.file().getFileName()),
                                new Remedy(Texts.text("review.again"), () -> write(then))))));
    }

    /** Shows what the file says in the place of what stands here. */
    private void takeFile() {
        var project = model.capturedProperty().get();
        desk.background()
                .call(() -> model.amended().take(project.amendments()))
                .onSuccess(now -> {
                    problem.set(null);
                    lookedAt = -1;
                    look();
                })
                .onError(failure -> problem.set(Problem.of(
                        "DESCRIBE-KEEP",
                        EngineWords.of(failure.getMessage()),
                        new Remedy(Texts.text("review.again"), this::takeFile))))
                .start();
    }

    /** Leads on to the build. A container that this wizard has built is replaced, or another is built beside it. */
    void build() {
        keep(this::lead);
    }

    private void lead() {
        Path earlier = model.earlierProperty().get();
        if (earlier == null) {
            build(null);
            return;
        }
        desk.background()
                .call(() -> Files.isDirectory(earlier))
                .onSuccess(there -> {
                    if (there) {
                        ask(earlier);
                    } else {
                        build(null);
                    }
                })
                .start();
    }

    private void ask(Path earlier) {
        desk.dialogs()
                .ask(new Question(
                        Texts.text("describe.replace.title"),
                        Texts.text("describe.replace.text", earlier.getFileName()),
                        List.of(
                                Answer.cancel(Texts.text("install.cancel")),
                                Answer.plain(Texts.text("describe.replace.another"), () -> build(null)),
                                Answer.accent(Texts.text("describe.replace"), () -> build(earlier)))));
    }

    private void build(Path replaced) {
        model.replacedProperty().set(replaced);
        model.containerProperty().set(null);
        model.stageProperty().set(WizardStage.BUILD);
    }

    /** Gives the application an icon of a file on this host: an .ico or .png file, or a program. */
    public void chooseIcon(Path file) {
        takeIcon(file, taken -> {
            icon.set(taken);
            keep();
        });
    }

    /** Gives an icon to whoever asks, by its path in the container; it lies in the project from then on. */
    public void takeIcon(Path file, Consumer<String> then) {
        Path folder = model.capturedProperty().get().icons();
        desk.background()
                .call(() -> ChosenIcon.take(file, folder))
                .onSuccess(taken -> {
                    icons.put(taken.path(), taken.bytes());
                    then.accept(taken.path());
                })
                .onError(failure ->
                        desk.notices().tell(Problem.of("DESCRIBE-ICON", EngineWords.of(failure.getMessage()))))
                .start();
    }

    public void add(EntryDraft entry) {
        entries.add(entry);
        check();
    }

    public void remove(int at) {
        entries.remove(at);
        check();
    }

    /** Puts an entry point one place earlier ({@code -1}) or later ({@code 1}). */
    public void move(int at, int by) {
        int to = at + by;
        if (to >= 0 && to < entries.size()) {
            List<EntryDraft> all = new ArrayList<>(entries);
            Collections.swap(all, at, to);
            entries.setAll(all);
        }
    }

    /** Whether an entry point starts what was captured, or what Windows has. */
    public boolean isThere(EntryDraft entry) {
        String target = entry.target().strip();
        return target.isEmpty()
                || target.toUpperCase(Locale.ROOT).startsWith("%SYSTEMROOT%")
                || startable().stream().anyMatch(target::equalsIgnoreCase);
    }

    /** The captured files that can be started or opened, as entry points name them. */
    public List<String> startable() {
        return found.get() == null ? List.of() : found.get().report().startable();
    }

    public void rule(int at, Rule rule) {
        if (!rules.get(at).equals(rule)) {
            rules.set(at, rule);
            check();
        }
    }

    public void removeRule(int at) {
        rules.remove(at);
        check();
        keep();
    }

    public void entry(int at, UnaryOperator<EntryDraft> change) {
        EntryDraft changed = change.apply(entries.get(at));
        if (changed.main() && !entries.get(at).main()) {
            List<EntryDraft> all = new ArrayList<>(entries);
            all.replaceAll(EntryDraft::notMain);
            all.set(at, changed);
            entries.setAll(all);
        } else {
            entries.set(at, changed);
        }
        check();
    }

    /** Finds what is wrong. */
    public Map<Field, String> check() {
        Map<Field, String> wrong = new LinkedHashMap<>();
        if (name.get().isBlank()) {
            wrong.put(Field.NAME, Texts.text("describe.error.name"));
        }
        if (version.get().isBlank()) {
            wrong.put(Field.VERSION, Texts.text("describe.error.version"));
        }
        if (!ID.matcher(id.get().strip()).matches()) {
            wrong.put(Field.ID, Texts.text("describe.error.id"));
        }
        List<String> names = entries.stream()
                .filter(EntryDraft::kept)
                .map(entry -> entry.name().strip().toUpperCase(Locale.ROOT))
                .toList();
        if (names.contains("")) {
            wrong.put(Field.ENTRIES, Texts.text("describe.error.entry-name"));
        } else if (names.stream().distinct().count() < names.size()) {
            wrong.put(Field.ENTRIES, Texts.text("describe.error.entry-twice"));
        }
        if (entries.stream().anyMatch(entry -> entry.kept() && entry.target().isBlank())) {
            wrong.putIfAbsent(Field.ENTRIES, Texts.text("describe.error.entry-target"));
        }
        List<String> places = rules.stream()
                .map(rule -> rule.path().strip().toUpperCase(Locale.ROOT))
                .filter(path -> !path.isEmpty())
                .toList();
        if (!places.stream().allMatch(path -> PLACE.matcher(path).matches())) {
            wrong.put(Field.ISOLATION, Texts.text("describe.error.place"));
        } else if (places.stream().distinct().count() < places.size()) {
            wrong.put(Field.ISOLATION, Texts.text("describe.error.place-twice"));
        }
        errors.set(wrong);
        return wrong;
    }

    /** The first wrong field, if any. */
    public Optional<Field> firstError() {
        return check().keySet().stream().findFirst();
    }
}
