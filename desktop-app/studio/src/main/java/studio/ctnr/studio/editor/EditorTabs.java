package studio.ctnr.studio.editor;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import studio.ctnr.toolkit.notice.MessageBar;

/** The tabs that an editor is made with, in their order. */
public final class EditorTabs {
    private final EditorSession session = new EditorSession();
    private Optional<Path> drafts = Optional.empty();
    private Optional<MessageBar> bar = Optional.empty();
    private Runnable close = () -> {};

    /** @param builder called when the tab is first shown */
    public EditorTabs with(String id, Supplier<EditorTab> builder) {
        session.offer(id, builder);
        return this;
    }

    /** Has something saved and kept with the rest, whether or not a tab that shows it was made. */
    public EditorTabs editing(Edited shared) {
        session.edits(shared);
        return this;
    }

    /** Keeps what is not saved in a folder, which is made when there is something to keep. */
    public EditorTabs keptIn(Path folder) {
        drafts = Optional.of(folder);
        return this;
    }

    /**
     * Has nothing saved: everything is only shown.
     *
     * @param why tells so, below the header
     * @param close called when the page is left
     */
    public EditorTabs readOnly(MessageBar why, Runnable close) {
        bar = Optional.of(why);
        this.close = close;
        return this;
    }

    /** Brings a tab into view. */
    public void show(String id) {
        session.go(id);
    }

    /** Why everything is only shown; empty where it is edited. */
    Optional<MessageBar> bar() {
        return bar;
    }

    Runnable close() {
        return close;
    }

    Optional<Path> drafts() {
        return drafts;
    }

    EditorSession session() {
        return session;
    }
}
