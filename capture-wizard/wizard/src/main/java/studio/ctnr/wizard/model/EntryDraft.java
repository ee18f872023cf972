package studio.ctnr.wizard.model;

/**
 * An entry point as it was found, and what became of it.
 *
 * @param found its name as it was found, which says which one it is
 * @param name for people
 * @param target the program, as a path inside Windows with variables
 * @param arguments may be empty
 * @param kept whether it goes into the container
 * @param main whether it is what starts when no entry point is named
 */
public record EntryDraft(String found, String name, String target, String arguments, boolean kept, boolean main) {
    public EntryDraft withName(String other) {
        return new EntryDraft(found, other, target, arguments, kept, main);
    }

    public EntryDraft withArguments(String other) {
        return new EntryDraft(found, name, target, other, kept, main);
    }

    public EntryDraft withKept(boolean wanted) {
        return new EntryDraft(found, name, target, arguments, wanted, main && wanted);
    }

    public EntryDraft withMain(boolean wanted) {
        return new EntryDraft(found, name, target, arguments, kept || wanted, wanted);
    }
}
