package studio.ctnr.studio.editor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.ctnr.toolkit.history.EditHistory;

/** The tabs of one container: which are made, which is shown, and whether any has something to save. */
final class EditorSession {
    private final Map<String, Supplier<EditorTab>> builders = new LinkedHashMap<>();
    private final Map<String, EditorTab> built = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<EditorTab> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper modified = new ReadOnlyBooleanWrapper();

    /** Offers a tab; {@code builder} is called when it is first shown. */
    void offer(String id, Supplier<EditorTab> builder) {
        builders.put(id, builder);
    }

    Iterable<String> ids() {
        return builders.keySet();
    }

    EditorTab show(String id) {
        EditorTab tab = built.get(id);
        if (tab == null) {
            tab = builders.get(id).get();
            built.put(id, tab);
            tab.history().modifiedProperty().subscribe(() -> modified.set(anyModified()));
        }
        shown.set(tab);
        tab.shown();
        return tab;
    }

    ReadOnlyObjectProperty<EditorTab> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The tab, when it was made. */
    Optional<EditorTab> built(String id) {
        return Optional.ofNullable(built.get(id));
    }

    Iterable<EditorTab> modifiedTabs() {
        return built.values().stream()
                .filter(tab -> tab.history().modifiedProperty().get())
                .toList();
    }

    /** Whether any tab has something to save. */
    ReadOnlyBooleanProperty modifiedProperty() {
        return modified.getReadOnlyProperty();
    }

    void undo() {
        Optional.ofNullable(shown.get()).map(EditorTab::history).ifPresent(EditHistory::undo);
    }

    void redo() {
        Optional.ofNullable(shown.get()).map(EditorTab::history).ifPresent(EditHistory::redo);
    }

    private boolean anyModified() {
        return modifiedTabs().iterator().hasNext();
    }
}
