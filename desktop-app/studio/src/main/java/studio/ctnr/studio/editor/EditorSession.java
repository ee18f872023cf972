package studio.ctnr.studio.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import studio.ctnr.toolkit.history.EditHistory;

/** The tabs of one container: which are made, which is shown, and whether any has something to save. */
final class EditorSession {
    private final Map<String, Supplier<EditorTab>> builders = new LinkedHashMap<>();
    private final Map<String, EditorTab> built = new LinkedHashMap<>();
    private Consumer<String> shower = id -> {};
    private Optional<EditorTab> shown = Optional.empty();
    private final Set<Edited> edited = new LinkedHashSet<>();
    private final List<Runnable> edits = new ArrayList<>();
    private final ReadOnlyBooleanWrapper modified = new ReadOnlyBooleanWrapper();

    /** Takes who brings a tab into view. */
    void shownBy(Consumer<String> shower) {
        this.shower = shower;
    }

    /** Has another tab brought into view. */
    void go(String id) {
        shower.accept(id);
    }

    /** Offers a tab; {@code builder} is called when it is first shown. */
    void offer(String id, Supplier<EditorTab> builder) {
        builders.put(id, builder);
    }

    Iterable<String> ids() {
        return builders.keySet();
    }

    EditorTab show(String id) {
        EditorTab tab = make(id);
        shown = Optional.of(tab);
        tab.shown();
        return tab;
    }

    private EditorTab make(String id) {
        EditorTab tab = built.get(id);
        if (tab == null) {
            tab = builders.get(id).get();
            built.put(id, tab);
            tab.edited().ifPresent(this::edits);
        }
        return tab;
    }

    /** Takes what can be edited; what several tabs show counts once. */
    void edits(Edited each) {
        if (edited.add(each)) {
            each.history().modifiedProperty().subscribe(() -> modified.set(anyModified()));
            each.history().onChange(() -> edits.forEach(Runnable::run));
        }
    }

    /** Calls {@code listener} when something was edited, undone or saved. */
    void onEdit(Runnable listener) {
        edits.add(listener);
    }

    /** All that can be edited; tabs that were not made yet are made. */
    List<Edited> all() {
        builders.keySet().forEach(this::make);
        return List.copyOf(edited);
    }

    /** The tab, when it was made. */
    Optional<EditorTab> built(String id) {
        return Optional.ofNullable(built.get(id));
    }

    /** What there is to save. */
    List<Edited> modified() {
        return edited.stream()
                .filter(each -> each.history().modifiedProperty().get())
                .toList();
    }

    /** Whether there is something to save. */
    ReadOnlyBooleanProperty modifiedProperty() {
        return modified.getReadOnlyProperty();
    }

    void undo() {
        shown.flatMap(EditorTab::edited).map(Edited::history).ifPresent(EditHistory::undo);
    }

    void redo() {
        shown.flatMap(EditorTab::edited).map(Edited::history).ifPresent(EditHistory::redo);
    }

    private boolean anyModified() {
        return !modified().isEmpty();
    }
}
