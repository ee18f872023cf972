package studio.ctnr.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.RegistryChange;

class SnapshotDiffTest {
    @TempDir
    private Path folder;

    private Path snapshot(String kind, String... entries) throws IOException {
        StringBuilder text = new StringBuilder("{\"snapshot\":\"" + kind + "\",\"version\":1,\"roots\":[]}\n");
        Stream.of(entries).forEach(entry -> text.append('{').append(entry).append("}\n"));
        long count = Stream.of(entries)
                .filter(entry -> !entry.startsWith("\"value\""))
                .count();
        Path file = Files.createTempFile(folder, kind, ".jsonl");
        return Files.writeString(file, text + "{\"entries\":" + count + ",\"unreadable\":0}\n");
    }

    private static String key(String path) {
        return "\"key\":\"" + path.replace("\\", "\\\\") + "\",\"time\":1";
    }

    private static String value(String name, String data) {
        return "\"value\":\"" + name + "\",\"type\":3,\"data\":\"" + data + "\"";
    }

    private static String file(String path, int size, int attributes) {
        return "\"path\":\"%s\",\"size\":%d,\"time\":132250825221234567,\"attributes\":%d"
                .formatted(path.replace("\\", "\\\\"), size, attributes);
    }

    private static List<String> registry(Path before, Path after) throws IOException {
        try (Stream<RegistryChange> changes = SnapshotDiff.registry(before, after)) {
            return changes.map(change -> switch (change) {
                        case RegistryChange.OfKey key -> key.kind() + " " + key.key();
                        case RegistryChange.OfValue value -> value.kind() + " " + value.key() + ":" + value.name();
                    })
                    .toList();
        }
    }

    private static List<String> files(Path before, Path after) throws IOException {
        try (Stream<FileChange> changes = SnapshotDiff.files(before, after, ChangedPlaces.EVERYWHERE)) {
            return changes.map(change -> change.kind() + " " + change.path()).toList();
        }
    }

    @Test
    void findsKeysAndValuesThatCameWentAndChanged() throws IOException {
        Path before = snapshot(
                "registry",
                key("HKCU"),
                value("", "AA=="),
                value("b", "AA=="),
                value("C", "AA=="),
                key("HKCU\\gone"),
                value("x", "AA=="),
                key("HKCU\\Z"));
        Path after = snapshot(
                "registry",
                key("HKCU"),
                value("A", "AA=="),
                value("b", "AQ=="),
                value("c", "AA=="),
                key("HKCU\\new"),
                value("", "AA=="),
                key("HKCU\\new\\deep"),
                key("HKCU\\z"));
        assertThat(registry(before, after))
                .containsExactly(
                        "DELETED HKCU:",
                        "ADDED HKCU:A",
                        "CHANGED HKCU:b",
                        "DELETED HKCU\\gone",
                        "DELETED HKCU\\gone:x",
                        "ADDED HKCU\\new",
                        "ADDED HKCU\\new:",
                        "ADDED HKCU\\new\\deep");
        assertThat(registry(before, before)).isEmpty();
    }

    @Test
    void keepsNamesThatAreNotUnicode() throws IOException {
        Path before = snapshot("registry", key("HKCU"));
        Path after = snapshot(
                "registry",
                key("HKCU"),
                value("lone\\udc00", "AA=="),
                key("HKCU\\z\\u0000").replace("\\\\u0000", "\\u0000"));
        assertThat(registry(before, after)).containsExactly("ADDED HKCU:lone\udc00", "ADDED HKCU\\z\0");
    }

    @Test
    void passesOverWhatOneSnapshotCouldNotLookInto() throws IOException {
        Path before = snapshot("registry", key("HKCU"), key("HKCU\\a") + ",\"error\":5", key("HKCU\\b"));
        Path after = snapshot(
                "registry",
                key("HKCU"),
                key("HKCU\\a"),
                value("v", "AA=="),
                key("HKCU\\a\\below"),
                key("HKCU\\aa"),
                key("HKCU\\b"));
        assertThat(registry(before, after)).containsExactly("ADDED HKCU\\aa");
    }

    @Test
    void findsFilesThatCameWentAndChanged() throws IOException {
        Path before = snapshot(
                "files",
                file("C:\\a", 0, 16),
                file("C:\\a\\same", 1, 32),
                file("C:\\a\\size", 1, 32),
                file("C:\\gone", 0, 16),
                file("C:\\gone\\x", 1, 32),
                file("C:\\hidden", 0, 16),
                file("C:\\kind", 0, 16));
        Path after = snapshot(
                "files",
                file("C:\\A", 0, 8208),
                file("C:\\a\\new", 5, 32),
                file("C:\\a\\same", 1, 128),
                file("C:\\a\\size", 2, 32),
                file("C:\\hidden", 0, 18),
                file("C:\\kind", 3, 32));
        assertThat(files(before, after))
                .containsExactly(
                        "ADDED C:\\a\\new",
                        "CHANGED C:\\a\\size",
                        "DELETED C:\\gone",
                        "DELETED C:\\gone\\x",
                        "CHANGED C:\\hidden",
                        "CHANGED C:\\kind");
    }

    @Test
    void comparesOnlyThePlacesThatTheSecondSnapshotIsLimitedTo() throws IOException {
        Path before = snapshot(
                "files",
                file("C:\\a", 0, 16),
                file("C:\\a\\gone", 1, 32),
                file("C:\\a\\same", 1, 32),
                file("C:\\b", 0, 16) + ",\"error\":5",
                file("C:\\c", 0, 16),
                file("C:\\c\\d", 0, 16),
                file("C:\\e", 1, 32));
        Path after = snapshot(
                "files",
                file("C:\\a\\same", 2, 32),
                file("C:\\b\\new", 1, 32),
                file("C:\\c", 0, 16) + ",\"error\":5",
                file("C:\\f", 1, 32));
        ChangedPlaces places = new ChangedPlaces.Builder()
                .add(WindowsPath.of("C:\\A\\gone"))
                .add(WindowsPath.of("C:\\a\\same"))
                .add(WindowsPath.of("C:\\b\\new"))
                .addWhole(WindowsPath.of("C:\\c\\d"))
                .add(WindowsPath.of("C:\\f"))
                .build();
        try (Stream<FileChange> changes = SnapshotDiff.files(before, after, places)) {
            assertThat(changes.map(change -> change.kind() + " " + change.path()))
                    .containsExactly("DELETED C:\\a\\gone", "CHANGED C:\\a\\same", "ADDED C:\\f");
        }
    }

    @Test
    void namesTheLineOfWhatIsDamaged() throws IOException {
        Path good = snapshot("registry", key("HKCU"));
        assertThatThrownBy(() -> registry(good, snapshot("registry", key("HKCU\\b"), key("HKCU\\a"))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("line 3: out of order: HKCU\\a after HKCU\\b");
        assertThatThrownBy(() -> registry(good, snapshot("registry", key("HKCU"), value("x", "A*=="))))
                .hasMessageContaining("line 3: ");
        assertThatThrownBy(() -> registry(good, snapshot("registry", value("x", "AA=="))))
                .hasMessageContaining("line 2: a value before any key");
        assertThatThrownBy(() -> registry(good, snapshot("registry", key("HKXX"))))
                .hasMessageContaining("line 2: ");
        assertThatThrownBy(() -> files(good, good)).hasMessageContaining("line 1: this is not a snapshot of the files");
    }

    @Test
    void noticesASnapshotThatIsCutShort() throws IOException {
        Path good = snapshot("registry", key("HKCU"), key("HKCU\\a"));
        String text = Files.readString(good);
        for (int length : new int[] {0, 10, text.indexOf("HKCU\\\\a"), text.lastIndexOf("{\"entries")}) {
            Path cut = Files.writeString(folder.resolve("cut"), text.substring(0, length));
            assertThatThrownBy(() -> registry(good, cut))
                    .as("%d characters", length)
                    .hasMessageContaining("cut");
        }
        Path fewer = Files.writeString(folder.resolve("fewer"), text.replaceFirst("\\{\"key\":\"HKCU..a.*\n", ""));
        assertThatThrownBy(() -> registry(good, fewer))
                .hasMessageContaining("2 entries are announced and 1 were there");
    }
}
