package studio.ctnr.container.archive.manifest;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Takes the entries of a manifest one after the other and refuses the first that can't stand where it does: a bad path,
 * a twin, a missing or wrong parent, a wrong order. Thanks to {@link EntryOrder} it only keeps the way from the top.
 */
public final class EntrySequence {
    private final Deque<Entry> folders = new ArrayDeque<>();
    private Entry previous;
    private Entry owner;

    /** Starts before the first entry. */
    public EntrySequence() {}

    public void accept(Entry entry) throws ArchiveException {
        EntryPaths.check(entry.path(), entry.kind());
        if (!entry.kind().hasContent() && entry.size() != 0) {
            throw new ArchiveException(
                    ArchiveFault.SIZE_MISMATCH,
                    "%s is a %s and can't have %d bytes"
                            .formatted(Quoted.of(entry.path()), entry.kind().word(), entry.size()));
        }
        checkOrder(entry);
        if (entry.kind() == EntryKind.STREAM) {
            checkOwner(entry);
        } else {
            checkParent(entry);
            owner = entry;
        }
        previous = entry;
    }

    private void checkOrder(Entry entry) throws ArchiveException {
        if (previous == null) {
            return;
        }
        int order = EntryOrder.FOLDED.compare(previous.path(), entry.path());
        if (order == 0) {
            throw entry.path().equals(previous.path())
                    ? new ArchiveException(
                            ArchiveFault.DUPLICATE_PATH, "The path " + Quoted.of(entry.path()) + " comes twice")
                    : twins(previous.path(), entry.path());
        }
        if (order > 0) {
            throw new ArchiveException(
                    ArchiveFault.ENTRY_ORDER,
                    "%s must not come after %s".formatted(Quoted.of(entry.path()), Quoted.of(previous.path())));
        }
    }

    private void checkOwner(Entry stream) throws ArchiveException {
        checkContains(owner == null ? "" : owner.path(), stream, stream.owner());
        if (owner.kind() == EntryKind.WHITEOUT) {
            throw missing(stream, "belongs to the whiteout");
        }
        boolean ownTime = !stream.modified().equals(owner.modified());
        if (ownTime || stream.attributes() != 0) {
            throw new ArchiveException(
                    ArchiveFault.MANIFEST_INVALID,
                    "The stream %s has a time or attributes of its own".formatted(Quoted.of(stream.path())));
        }
    }

    private void checkParent(Entry entry) throws ArchiveException {
        int slash = entry.path().lastIndexOf('/');
        String parent = slash < 0 ? "" : entry.path().substring(0, slash);
        while (!folders.isEmpty() && !isAbove(folders.peek().path(), entry.path())) {
            folders.pop();
        }
        if (owner != null && owner.kind() != EntryKind.FOLDER && owner.path().equals(parent)) {
            throw missing(entry, "lies in the " + owner.kind().word());
        }
        checkContains(folders.isEmpty() ? "" : folders.peek().path(), entry, parent);
        if (entry.kind() == EntryKind.FOLDER) {
            folders.push(entry);
        }
    }

    private static boolean isAbove(String folder, String path) {
        return path.length() > folder.length()
                && path.charAt(folder.length()) == '/'
                && EntryOrder.FOLDED.compare(folder, path.substring(0, folder.length())) == 0;
    }

    private static void checkContains(String declared, Entry entry, String wanted) throws ArchiveException {
        if (declared.equals(wanted)) {
            return;
        }
        throw EntryOrder.FOLDED.compare(declared, wanted) == 0
                ? twins(declared, wanted)
                : missing(entry, "lies in or belongs to " + Quoted.of(wanted) + ", which is not declared,");
    }

    private static ArchiveException twins(String one, String other) {
        return new ArchiveException(
                ArchiveFault.CASE_COLLISION,
                "%s and %s differ only in case, and are one name to Windows"
                        .formatted(Quoted.of(one), Quoted.of(other)));
    }

    private static ArchiveException missing(Entry entry, String why) {
        String parent = entry.kind() == EntryKind.STREAM ? "owner" : "parent folder";
        return new ArchiveException(
                ArchiveFault.MISSING_PARENT, "%s %s and so has no %s".formatted(Quoted.of(entry.path()), why, parent));
    }
}
