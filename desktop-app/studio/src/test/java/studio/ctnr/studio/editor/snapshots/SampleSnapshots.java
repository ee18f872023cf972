package studio.ctnr.studio.editor.snapshots;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import studio.ctnr.container.archive.manifest.Sha256;
import studio.ctnr.container.snapshot.Snapshot;

/** States of a container, in memory; tells what it was asked for. */
public final class SampleSnapshots implements SnapshotShelf {
    final List<String> asked = new ArrayList<>();
    private final List<Snapshot> snapshots = new ArrayList<>();

    public SampleSnapshots() {
        add("clean", "2026-10-02T08:19:00Z", 62_000_000, 19_200_000);
        add("licence entered", "2026-11-03T14:02:00Z", 62_100_000, 34_816);
        add("before the update", "2026-11-23T11:41:00Z", 62_200_000, 112_640);
    }

    private void add(String label, String time, long size, long added) {
        snapshots.add(
                new Snapshot("t" + snapshots.size(), label, Instant.parse(time), 412, size, added, Sha256.OF_NOTHING));
    }

    @Override
    public List<Snapshot> list() {
        return List.copyOf(snapshots);
    }

    @Override
    public void take(String label) {
        asked.add("take " + label);
        add(label, "2026-11-24T00:00:00Z", 1, 1);
    }

    @Override
    public void restore(Snapshot snapshot) {
        asked.add("restore " + snapshot.label());
    }

    @Override
    public void delete(Snapshot snapshot) {
        asked.add("delete " + snapshot.label());
        snapshots.remove(snapshot);
    }
}
