package studio.ctnr.container.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.FileTree;
import studio.ctnr.container.Progress;

class SnapshotStoreTest {
    @TempDir
    private Path temporary;

    private Path root;
    private ContainerFolder container;
    private SnapshotStore store;

    @BeforeEach
    void create() throws IOException {
        root = temporary.resolve("app");
        container = Contents.create(root);
        store = SnapshotStore.of(container);
    }

    private Snapshot snapshot(String label) throws IOException {
        return store.create(label, Progress.NONE);
    }

    @Test
    void a_state_is_gone_back_to_with_everything_in_it() throws IOException {
        Map<String, String> before = Contents.of(root);
        Snapshot first = snapshot("first");
        Contents.write(root, "rootfs/ProgramFiles/App/app.exe", "another program");
        Contents.write(root, "user/AppData/Roaming/new.txt", "new");
        Contents.write(root, "Added At The Top.txt", "new");
        Files.delete(root.resolve("rootfs/ProgramFiles/App/setup.exe:Zone.Identifier"));
        FileTree.delete(root.resolve("rootfs/ProgramData/日本語"));
        Files.createDirectory(root.resolve("rootfs/ProgramFiles/App/.wh.x"));
        FileTree.delete(root.resolve("rootfs/ProgramFiles/App/.wh.x"));
        Snapshot second = snapshot("second");
        Map<String, String> changed = Contents.of(root);

        store.restore(first, Progress.NONE);
        assertThat(Contents.of(root)).isEqualTo(before);
        store.restore(second, Progress.NONE);
        assertThat(Contents.of(root)).isEqualTo(changed);
        assertThat(root.resolve("snapshots/.restore")).doesNotExist();
    }

    @Test
    void logs_and_temporary_files_stay_as_they_are() throws IOException {
        Snapshot first = snapshot("first");
        Contents.write(root, "logs/events.log", "later\n");
        Contents.write(root, "temp/later.tmp", "later");
        store.restore(first, Progress.NONE);
        assertThat(root.resolve("logs/events.log")).hasContent("later\n");
        assertThat(root.resolve("temp/later.tmp")).exists();
    }

    @Test
    void what_lies_in_several_places_is_stored_once_and_what_did_not_change_not_again() throws IOException {
        Files.write(root.resolve("rootfs/large"), Contents.noise(1_000_000, 1));
        Files.write(root.resolve("rootfs/large too"), Contents.noise(1_000_000, 1));
        Snapshot first = snapshot("first");
        assertThat(first.added()).isBetween(1_000_000L, 1_100_000L);
        assertThat(first.size()).isGreaterThan(2_000_000);
        assertThat(snapshot("second").added()).isZero();
        Contents.write(root, "rootfs/small", "small");
        assertThat(snapshot("third").added()).isBetween(1L, 100L);
    }

    @Test
    void a_file_that_was_changed_behind_an_unchanged_size_and_time_is_seen() throws IOException {
        Path file = root.resolve("rootfs/ProgramFiles/App/setup.exe");
        settle(root);
        snapshot("first");
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, "SETUP");
        Files.setLastModifiedTime(file, time);
        Snapshot second = snapshot("second");
        assertThat(second.added()).isPositive();
        Files.writeString(file, "other");
        store.restore(second, Progress.NONE);
        assertThat(file).hasContent("SETUP");
    }

    /** Waits until no file is so new that the store would not trust its time. */
    private static void settle(Path root) throws IOException {
        Path probe = root.resolveSibling("probe");
        FileTime newest = (FileTime) Files.getAttribute(root.resolve("config.yml"), "unix:ctime");
        do {
            Files.writeString(probe, "x");
        } while (Files.getLastModifiedTime(probe).toMillis() - newest.toMillis() < 2_500);
    }

    @Test
    void an_unchanged_file_is_not_read_again() throws IOException {
        settle(root);
        snapshot("first");
        // were the file read, it would not come out that the index has another hash than its content
        Path index = root.resolve("snapshots/index");
        byte[] bytes = Files.readAllBytes(index);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("App/setup.exe");
        assertThat(at).isPositive();
        bytes[at + "App/setup.exe".length() + 8 + 8 + 4 + 8 + 8] ^= 1;
        Files.write(index, bytes);
        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(() -> snapshot("second"))
                .matches(failure -> failure.fault() == SnapshotFault.SOURCE_CHANGED);
        Files.delete(index);
        assertThat(snapshot("third").added()).isZero();
    }

    @Test
    void deleting_one_frees_what_only_it_needed() throws IOException {
        Files.write(root.resolve("rootfs/large"), Contents.noise(500_000, 1));
        Snapshot first = snapshot("first");
        Files.write(root.resolve("rootfs/large"), Contents.noise(500_000, 2));
        Map<String, String> state = Contents.of(root);
        Snapshot second = snapshot("second");
        long before = size(root.resolve("snapshots/blobs"));
        store.delete(first);
        assertThat(store.list()).containsExactly(second);
        assertThat(size(root.resolve("snapshots/blobs"))).isBetween(before - 510_000, before - 500_000);
        Files.delete(root.resolve("rootfs/large"));
        store.restore(second, Progress.NONE);
        assertThat(Contents.of(root)).isEqualTo(state);
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @Test
    void a_damaged_content_is_found_named_and_mended_from_the_container() throws IOException {
        Snapshot first = snapshot("first");
        assertThat(store.verify(Progress.NONE).isGood()).isTrue();
        Path blob = blobOf("rootfs/ProgramFiles/App/setup.exe", first);
        byte[] bytes = Files.readAllBytes(blob);
        bytes[bytes.length / 2] ^= 1;
        Files.write(blob, bytes);

        assertThat(store.verify(Progress.NONE).damages())
                .containsExactly(new SnapshotCheck.Damage(
                        first.token(), "rootfs/ProgramFiles/App/setup.exe", "its content is missing or damaged"));
        Contents.write(root, "rootfs/ProgramFiles/App/setup.exe", "changed");
        assertThat(store.repair(Progress.NONE).isGood()).isFalse();
        Map<String, String> state = Contents.of(root);
        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(() -> store.restore(first, Progress.NONE))
                .matches(failure -> failure.fault() == SnapshotFault.DAMAGED);
        assertThat(Contents.of(root)).isEqualTo(state);

        Contents.write(root, "user/the same again", "setup");
        SnapshotCheck repaired = store.repair(Progress.NONE);
        assertThat(repaired.isGood()).isTrue();
        assertThat(repaired.mended()).isEqualTo(1);
        store.restore(first, Progress.NONE);
        assertThat(root.resolve("rootfs/ProgramFiles/App/setup.exe")).hasContent("setup");
    }

    private Path blobOf(String path, Snapshot snapshot) throws IOException {
        var entry = store.manifest(snapshot).find(path).orElseThrow();
        return new StoreFiles(container).blob(entry.sha256());
    }

    @Test
    void a_damaged_file_list_is_told_and_nothing_that_it_may_need_is_thrown_away() throws IOException {
        Snapshot first = snapshot("first");
        long before = size(root.resolve("snapshots/blobs"));
        Files.writeString(root.resolve("snapshots/" + first.token() + "/manifest.json"), "{}");
        FileTree.delete(root.resolve("rootfs"));
        Snapshot second = snapshot("second");
        assertThat(store.repair(Progress.NONE).damages()).singleElement().satisfies(damage -> {
            assertThat(damage.token()).isEqualTo(first.token());
            assertThat(damage.path()).isEmpty();
        });
        store.delete(second);
        assertThat(size(root.resolve("snapshots/blobs"))).isEqualTo(before);
    }

    @Test
    void a_snapshot_is_found_by_its_token_the_beginning_of_it_or_its_label() throws IOException {
        Snapshot first = snapshot("first");
        assertThat(List.of(
                        store.find("first"),
                        store.find(first.token()),
                        store.find(first.token().substring(0, 10))))
                .containsOnly(first);
        snapshot("first");
        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(() -> store.find("first"))
                .matches(failure -> failure.fault() == SnapshotFault.AMBIGUOUS);
        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(() -> store.find("second"))
                .matches(failure -> failure.fault() == SnapshotFault.NOT_FOUND);
        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(() -> snapshot("a\nb"))
                .matches(failure -> failure.fault() == SnapshotFault.BAD_LABEL);
    }

    @Test
    void two_do_not_work_on_one_store_at_once() throws IOException {
        AtomicReference<SnapshotException> refused = new AtomicReference<>();
        store.create("first", (doing, done, total) -> {
            try {
                SnapshotStore.of(container).create("second", Progress.NONE);
            } catch (SnapshotException failure) {
                refused.set(failure);
            } catch (IOException other) {
                throw new AssertionError(other);
            }
        });
        assertThat(refused.get().fault()).isEqualTo(SnapshotFault.IN_USE);
        assertThat(store.list()).extracting(Snapshot::label).containsExactly("first");
    }
}
