import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.Progress;
import studio.ctnr.container.snapshot.Snapshot;
import studio.ctnr.container.snapshot.SnapshotStore;

/** Snapshots of a container: the first, one after a small change, one after none, and the way back. In seconds. */
public final class SnapshotLibrary {
    public static void main(String[] arguments) throws Exception {
        ContainerFolder container = new ContainerFolder(Path.of(arguments[0]));
        SnapshotStore store = SnapshotStore.of(container);
        Snapshot first = tell("first snapshot", () -> store.create("first", Progress.NONE));
        Thread.sleep(2500); // the index trusts no file that was changed right before it was read
        tell("none changed, cold index", () -> store.create("second", Progress.NONE));
        tell("none changed", () -> store.create("third", Progress.NONE));
        Path changed = container.root().resolve("rootfs/changed.bin");
        try (OutputStream out = Files.newOutputStream(changed)) {
            out.write(new byte[1 << 20]);
        }
        Files.setLastModifiedTime(changed, FileTime.from(Instant.EPOCH));
        tell("one file changed", () -> store.create("fourth", Progress.NONE));
        tell("restore, one file changed", () -> {
            store.restore(first, Progress.NONE);
            return first;
        });
        tell("verify", () -> {
            if (!store.verify(Progress.NONE).isGood()) {
                throw new AssertionError("damaged");
            }
            return first;
        });
    }

    private static double cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    private interface Work {
        Snapshot run() throws Exception;
    }

    private static Snapshot tell(String what, Work work) throws Exception {
        long start = System.nanoTime();
        double cpu = cpu();
        Snapshot snapshot = work.run();
        System.out.printf(
                "%-28s %8.3f s   %8.3f s of processor   %,d kB new%n",
                what, (System.nanoTime() - start) / 1e9, cpu() - cpu, snapshot.added() / 1000);
        return snapshot;
    }
}
