package studio.ctnr.studio.editor;

import java.util.function.Supplier;

/** The tabs that an editor is made with, in their order. */
public final class EditorTabs {
    private final EditorSession session = new EditorSession();

    /** @param builder called when the tab is first shown */
    public EditorTabs with(String id, Supplier<EditorTab> builder) {
        session.offer(id, builder);
        return this;
    }

    EditorSession session() {
        return session;
    }
}
