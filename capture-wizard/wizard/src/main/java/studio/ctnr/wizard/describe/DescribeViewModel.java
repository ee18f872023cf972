package studio.ctnr.wizard.describe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;
import studio.ctnr.wizard.model.CaptureModel;
import studio.ctnr.wizard.model.DescriptionDraft;
import studio.ctnr.wizard.model.EntryDraft;
import studio.ctnr.wizard.text.Texts;

/** What the container says of its application: as found, and as the engineer wants it. */
public final class DescribeViewModel {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    /** The fields that can be wrong, in the order of the page. */
    public enum Field {
        NAME,
        VERSION,
        ID,
        ENTRIES
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
    private final ObservableList<EntryDraft> entries = FXCollections.observableArrayList();
    private final ObjectProperty<Found> found = new SimpleObjectProperty<>();
    private final BooleanProperty looking = new SimpleBooleanProperty();
    private final ObjectProperty<Problem> problem = new SimpleObjectProperty<>();
    private final ObjectProperty<Map<Field, String>> errors = new SimpleObjectProperty<>(Map.of());
    private int lookedAt = -1;

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

    /** An icon file of the engineer's; empty for the found one. */
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
                .run(progress -> Found.in(project, (doing, done, total) -> {
                    if (progress.isCancelled()) {
                        throw new java.util.concurrent.CancellationException();
                    }
                }))
                .onSuccess(now -> found(now, selection))
                .onError(failure -> problem.set(Problem.of(
                        "DESCRIBE-LOOK", failure.getMessage(), new Remedy(Texts.text("review.again"), this::look))))
                .atEnd(() -> looking.set(false))
                .start();
    }

    private void found(Found now, int selection) {
        DescriptionDraft written =
                found.get() == null ? model.descriptionProperty().get() : draft();
        DescriptionDraft before = found.get() == null ? written : found.get().draft();
        DescriptionDraft next = written == null
                ? now.draft()
                : found.get() == null
                        ? withEntries(
                                written,
                                Merged.entries(written.entries(), now.draft().entries()))
                        : Merged.of(before, written, now.draft());
        lookedAt = selection;
        found.set(now);
        model.reportProperty().set(now.report());
        write(next);
        keep();
    }

    private static DescriptionDraft withEntries(DescriptionDraft draft, List<EntryDraft> entries) {
        return new DescriptionDraft(
                draft.id(),
                draft.name(),
                draft.version(),
                draft.publisher(),
                draft.description(),
                draft.icon(),
                entries,
                draft.documents());
    }

    private void write(DescriptionDraft draft) {
        id.set(draft.id());
        name.set(draft.name());
        version.set(draft.version());
        publisher.set(draft.publisher());
        description.set(draft.description());
        icon.set(draft.icon());
        documents.set(draft.documents());
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
                List.copyOf(entries),
                documents.get());
    }

    /** Puts what stands here into what all pages share. */
    public void keep() {
        if (found.get() != null) {
            model.descriptionProperty().set(draft());
            if (!name.get().isBlank()) {
                model.titleProperty().set(name.get().strip());
            }
        }
    }

    public void chooseIcon(Path file) {
        icon.set(file.toString());
        keep();
    }

    public void entry(int at, UnaryOperator<EntryDraft> change) {
        EntryDraft changed = change.apply(entries.get(at));
        if (changed.main() && !entries.get(at).main()) {
            List<EntryDraft> all = new ArrayList<>(entries);
            all.replaceAll(entry -> entry.withMain(false).withKept(entry.kept()));
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
                .map(entry -> entry.name().strip().toUpperCase(java.util.Locale.ROOT))
                .toList();
        if (names.contains("")) {
            wrong.put(Field.ENTRIES, Texts.text("describe.error.entry-name"));
        } else if (names.stream().distinct().count() < names.size()) {
            wrong.put(Field.ENTRIES, Texts.text("describe.error.entry-twice"));
        }
        errors.set(wrong);
        return wrong;
    }

    /** The first wrong field, if any. */
    public Optional<Field> firstError() {
        return check().keySet().stream().findFirst();
    }
}
