package studio.ctnr.container.archive;

import java.util.ArrayList;
import java.util.List;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.EntryOrder;
import studio.ctnr.container.archive.manifest.Manifest;

/**
 * How two archives differ, told from their manifests alone.
 *
 * @param added what only the later one has
 * @param removed what only the earlier one has
 * @param changed what both have under one name, and not alike
 */
public record ArchiveDifference(List<Entry> added, List<Entry> removed, List<Change> changed) {
    /** Two entries of one name, which may be spelled in different case. */
    public record Change(Entry before, Entry after) {}

    public boolean isNone() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    /** Both lists have one order, so one walk along them is enough; equal Merkle roots spare even that. */
    public static ArchiveDifference between(Manifest earlier, Manifest later) {
        return earlier.root().equals(later.root())
                ? new ArchiveDifference(List.of(), List.of(), List.of())
                : between(earlier.entries(), later.entries());
    }

    /** Of two lists of entries in the manifest's order. */
    public static ArchiveDifference between(List<Entry> earlier, List<Entry> later) {
        ArchiveDifference difference = new ArchiveDifference(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        difference.walk(earlier, later);
        return difference;
    }

    private void walk(List<Entry> before, List<Entry> after) {
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            int order = i == before.size()
                    ? 1
                    : j == after.size()
                            ? -1
                            : EntryOrder.FOLDED.compare(
                                    before.get(i).path(), after.get(j).path());
            if (order < 0) {
                removed.add(before.get(i++));
            } else if (order > 0) {
                added.add(after.get(j++));
            } else {
                Change change = new Change(before.get(i++), after.get(j++));
                if (!change.before.sameContent(change.after)) {
                    changed.add(change);
                }
            }
        }
    }
}
