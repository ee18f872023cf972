package studio.ctnr.studio.editor;

import studio.ctnr.toolkit.history.EditHistory;

/** Something that is edited without a window and never saved, for a program that is killed. */
public abstract class EditedVictim implements Edited {
    private final EditHistory history = new EditHistory();

    @Override
    public final EditHistory history() {
        return history;
    }

    @Override
    public final void save() {
        throw new AssertionError("Nothing is saved here");
    }
}
