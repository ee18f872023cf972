package studio.ctnr.studio.editor.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.ctnr.container.AtomicFile;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.container.config.ConfigProblem;
import studio.ctnr.container.config.InvalidConfigException;
import studio.ctnr.studio.editor.Edited;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.history.Edit;
import studio.ctnr.toolkit.history.EditHistory;

/**
 * The config.yml of a container while it is edited: one text, which forms change setting by setting and the source
 * editor letter by letter. What a form sets touches the lines that it means and no other.
 */
public final class ConfigModel implements Edited {
    private static final String NAME = "config.yml";

    private final boolean editable;
    private final Path file;
    private final Background background;
    private final EditHistory history = new EditHistory();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<ConfigDocument>> document =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<ConfigProblem> problems = FXCollections.observableArrayList();
    private volatile String current;
    private String committed;

    public ConfigModel(Path file, String text, Background background) {
        this(file, text, background, true);
    }

    private ConfigModel(Path file, String text, Background background, boolean editable) {
        this.editable = editable;
        this.file = file;
        this.background = background;
        committed = text;
        show(text);
    }

    /** The model of a file that is read in the background; until then its text is empty. */
    public static ConfigModel reading(Path file, Background background, Consumer<IOException> failed) {
        ConfigModel model = new ConfigModel(file, "", background);
        background
                .call(() -> Files.readString(file))
                .onSuccess(model::load)
                .onError(IOException.class, failed)
                .start();
        return model;
    }

    /** The model of a text that is only shown: what would change it does nothing. */
    public static ConfigModel shown(String text, Background background) {
        return new ConfigModel(Path.of(NAME), text, background, false);
    }

    public boolean isEditable() {
        return editable;
    }

    private void load(String read) {
        committed = read;
        show(read);
        history.clear();
    }

    @Override
    public EditHistory history() {
        return history;
    }

    /** The whole file as it is now. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** What the text says; empty while it is no YAML, and nothing can be set by a form. */
    public ReadOnlyObjectProperty<Optional<ConfigDocument>> documentProperty() {
        return document.getReadOnlyProperty();
    }

    /** What is wrong with it, in the order of the lines; a moment behind the text. */
    public ObservableList<ConfigProblem> problems() {
        return problems;
    }

    /** The setting at a path, as it is written. */
    public Optional<Object> get(String path) {
        return document.get().flatMap(known -> known.get(path));
    }

    /** The setting at a path when it is a text; empty for others. */
    public String textAt(String path) {
        return get(path)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElse("");
    }

    /**
     * Changes the document; one edit that can be undone. Without a difference nothing happens.
     *
     * @param description what it does, for "Undo: …"
     */
    public void edit(String description, UnaryOperator<ConfigDocument> change) {
        if (!editable) {
            return;
        }
        commit();
        document.get().ifPresent(known -> {
            String changed = change.apply(known).text();
            if (!changed.equals(committed)) {
                history.execute(new TextEdit(description, committed, changed));
            }
        });
    }

    /** Sets what a form has; an empty text removes the setting. */
    public void set(String path, Object value) {
        edit(Texts.text("config.edit.set", path), known -> {
            if (!"".equals(value)) {
                return known.set(path, value);
            }
            return known.has(path) ? known.remove(path) : known;
        });
    }

    /** Puts what was probably meant in the place of what a problem is about. */
    void replace(ConfigProblem problem, String word) {
        if (!editable) {
            return;
        }
        commit();
        String now = text.get();
        int start = SourceStyles.offset(now, problem);
        int end = SourceStyles.end(now, start);
        String found = now.substring(start, end);
        boolean quoted = found.length() > 1 && (found.startsWith("\"") || found.startsWith("'"));
        String put = quoted ? found.charAt(0) + word + found.charAt(0) : word;
        history.execute(new TextEdit(
                Texts.text("config.edit.replace", found), now, now.substring(0, start) + put + now.substring(end)));
    }

    /** Takes a text as it is being typed; it becomes an edit at the next {@link #commit}. */
    void type(String typed) {
        if (editable && !typed.equals(text.get())) {
            show(typed);
        }
    }

    /** Makes one edit of what was typed since the last one. */
    void commit() {
        String typed = text.get();
        if (!typed.equals(committed)) {
            history.execute(new TextEdit(Texts.text("config.edit.type"), committed, typed));
        }
    }

    /** In one step. */
    @Override
    public void save() throws IOException {
        AtomicFile.write(file, current.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void keep(Path drafts) throws IOException {
        AtomicFile.write(drafts.resolve(NAME), current.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Runnable> draft(Path drafts) throws IOException {
        Path kept = drafts.resolve(NAME);
        if (!Files.exists(kept)) {
            return Optional.empty();
        }
        String known = Files.readString(kept);
        return Optional.of(() -> takeUp(known));
    }

    private void takeUp(String kept) {
        commit();
        if (!kept.equals(committed)) {
            history.execute(new TextEdit(Texts.text("editor.edit.draft"), committed, kept));
        }
    }

    private void show(String shown) {
        current = shown;
        text.set(shown);
        try {
            ConfigDocument known = ConfigDocument.parse(shown, NAME);
            document.set(Optional.of(known));
            check(known, shown);
        } catch (InvalidConfigException e) {
            document.set(Optional.empty());
            problems.setAll(e.problems());
        }
    }

    /** In the background: the first check reads the schema. */
    private void check(ConfigDocument known, String shown) {
        background
                .call(known::problems)
                .onSuccess(found -> {
                    if (shown.equals(text.get())) {
                        replace(found);
                    }
                })
                .start();
    }

    private void replace(List<ConfigProblem> found) {
        if (!found.equals(problems)) {
            problems.setAll(found);
        }
    }

    private final class TextEdit implements Edit {
        private final String description;
        private final String before;
        private final String after;

        private TextEdit(String description, String before, String after) {
            this.description = description;
            this.before = before;
            this.after = after;
        }

        @Override
        public String description() {
            return description;
        }

        @Override
        public void execute() {
            committed = after;
            show(after);
        }

        @Override
        public void undo() {
            committed = before;
            show(before);
        }
    }
}
