package studio.ctnr.container.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.Progress;
import studio.ctnr.victim.Victim;

/** Makes, goes back to, or makes and deletes snapshots, until it is killed. */
final class SnapshotVictim {
    private SnapshotVictim() {}

    public static void main(String[] args) throws IOException {
        SnapshotStore store = SnapshotStore.of(new ContainerFolder(Path.of(args[1])));
        List<Snapshot> states = store.list();
        Victim.work(round -> {
            switch (args[0]) {
                case "create" -> store.create("round " + round, Progress.NONE);
                case "restore" -> store.restore(states.get((round + 1) % 2), Progress.NONE);
                default -> {
                    Snapshot extra = store.create("extra", Progress.NONE);
                    store.delete(extra);
                }
            }
        });
    }
}
