package studio.ctnr.container.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.Progress;
import studio.ctnr.victim.Victim;

/** Processes are killed at random moments of their work on a store. */
class KilledSnapshotTest {
    private static final int TIMES = 12;

    @TempDir
    private Path temporary;

    private final Random random = new Random(4);
    private Path root;
    private SnapshotStore store;
    private List<Map<String, String>> states;

    @BeforeEach
    void create() throws IOException {
        root = temporary.resolve("app");
        ContainerFolder container = Contents.create(root);
        store = SnapshotStore.of(container);
        store.create("one", Progress.NONE);
        Map<String, String> one = Contents.of(root);
        for (int i = 0; i < 200; i++) {
            Path file = root.resolve("rootfs/Drives/" + i % 7 + "/file" + i);
            Files.createDirectories(file.getParent());
            Files.write(file, Contents.noise(20_000, i));
        }
        Contents.write(root, "user/AppData/Roaming/hidden.ini", "two");
        Contents.write(root, "bin/added.txt", "two");
        store.create("two", Progress.NONE);
        states = List.of(one, Contents.of(root));
    }

    @Test
    void a_killed_restoration_leaves_one_state_or_the_other_and_the_next_one_works() throws IOException {
        int struck = 0;
        for (int i = 0; i < TIMES; i++) {
            Victim.kill(random, SnapshotVictim.class, "restore", root);
            struck += Files.exists(root.resolve("snapshots/.restore")) ? 1 : 0;
            SnapshotStore.recover(new ContainerFolder(root));
            assertThat(states.contains(Contents.of(root)))
                    .as("one state or the other")
                    .isTrue();
            assertClean();
        }
        assertThat(struck).as("kills in the middle of the work").isGreaterThan(TIMES / 4);
        store.restore(store.find("one"), Progress.NONE);
        assertThat(Contents.of(root)).isEqualTo(states.getFirst());
        assertThat(store.verify(Progress.NONE).isGood()).isTrue();
    }

    @Test
    void a_killed_snapshot_is_whole_or_not_there() throws IOException {
        for (int i = 0; i < TIMES; i++) {
            Files.write(root.resolve("rootfs/changing"), Contents.noise(3_000_000, 1000 + i));
            Victim.kill(random, SnapshotVictim.class, "create", root);
            assertThat(store.verify(Progress.NONE).damages()).isEmpty();
            assertClean();
        }
        store.restore(store.find("two"), Progress.NONE);
        assertThat(Contents.of(root)).isEqualTo(states.get(1));
    }

    @Test
    void a_killed_deletion_harms_no_other_snapshot() throws IOException {
        Files.write(root.resolve("rootfs/only in the extra one"), Contents.noise(2_000_000, 7));
        for (int i = 0; i < TIMES; i++) {
            Victim.kill(random, SnapshotVictim.class, "delete", root);
            assertThat(store.verify(Progress.NONE).damages()).isEmpty();
            assertClean();
        }
        for (Snapshot snapshot : store.list()) {
            if (snapshot.label().equals("extra")) {
                store.delete(snapshot);
            }
        }
        assertThat(store.list()).extracting(Snapshot::label).containsExactly("one", "two");
        store.restore(store.find("one"), Progress.NONE);
        assertThat(Contents.of(root)).isEqualTo(states.getFirst());
        assertThat(store.repair(Progress.NONE).isGood()).isTrue();
        assertThat(store.verify(Progress.NONE).unused()).isZero();
    }

    private void assertClean() throws IOException {
        try (Stream<Path> left = Files.list(root.resolve("snapshots"))) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(StoreFiles.DRAFT) || name.equals(".restore"));
        }
    }
}
