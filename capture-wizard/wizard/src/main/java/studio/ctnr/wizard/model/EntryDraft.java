package studio.ctnr.wizard.model;

import studio.ctnr.container.config.EntryPoint;
import studio.ctnr.engine.amend.Described;

/**
 * An entry point as it is to be.
 *
 * @param found its name as it was found, which says which one it is; empty for one that the engineer added
 * @param foundTarget its program as it was found; empty likewise
 * @param name for people
 * @param target the program or document, as a path inside Windows with variables
 * @param arguments may be empty
 * @param folder that it starts in; empty for the program's own
 * @param icon as a path inside Windows; empty for the program's own
 * @param kept whether it goes into the container
 * @param main whether it is what starts when no entry point is named
 */
public record EntryDraft(
        String found,
        String foundTarget,
        String name,
        String target,
        String arguments,
        String folder,
        String icon,
        boolean kept,
        boolean main) {
    /** What the engineer adds begins like this. */
    public static final EntryDraft NEW = new EntryDraft("", "", "", "", "", "", "", true, false);

    /**
     * An entry point that is kept, with all that is said of it.
     *
     * @param found see above; {@code foundTarget} likewise
     */
    public static EntryDraft of(String found, String foundTarget, EntryPoint entry, boolean main) {
        return new EntryDraft(
                found,
                foundTarget,
                entry.name(),
                entry.target(),
                entry.args().orElse(""),
                entry.cwd().orElse(""),
                entry.icon().orElse(""),
                true,
                main);
    }

    /** Drafts that were written before these could be edited lack some of them. */
    public EntryDraft {
        foundTarget = foundTarget == null ? target : foundTarget;
        folder = folder == null ? "" : folder;
        icon = icon == null ? "" : icon;
    }

    public boolean own() {
        return found.isEmpty();
    }

    /** Whether it is the same that was found, whatever became of it. */
    public boolean isOf(EntryDraft other) {
        return found.equals(other.found) && foundTarget.equals(other.foundTarget);
    }

    public EntryDraft withName(String other) {
        return new EntryDraft(found, foundTarget, other, target, arguments, folder, icon, kept, main);
    }

    /** This one, with what is said in a form of its own. */
    public EntryDraft with(String called, String started, String args, String in) {
        return new EntryDraft(found, foundTarget, called, started, args, in, icon, kept, main);
    }

    /** @param file in the container, {@code bin/icons/…}; empty for the program's own */
    public EntryDraft withIcon(String file) {
        String path = file.isEmpty() ? "" : Described.entryIcon(file);
        return new EntryDraft(found, foundTarget, name, target, arguments, folder, path, kept, main);
    }

    public EntryDraft withKept(boolean wanted) {
        return new EntryDraft(found, foundTarget, name, target, arguments, folder, icon, wanted, main && wanted);
    }

    public EntryDraft withMain(boolean wanted) {
        return new EntryDraft(found, foundTarget, name, target, arguments, folder, icon, kept || wanted, wanted);
    }

    /** This one, where another is the main one. */
    public EntryDraft notMain() {
        return new EntryDraft(found, foundTarget, name, target, arguments, folder, icon, kept, false);
    }
}
