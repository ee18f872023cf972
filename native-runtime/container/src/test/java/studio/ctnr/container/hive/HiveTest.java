package studio.ctnr.container.hive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HiveTest {
    @TempDir
    private Path folder;

    @Test
    void givesBackWhatWasWritten() throws IOException {
        Hive hive = Hive.empty();
        HiveKey key = hive.root().findOrCreate("Software\\Vendor\\Программа");
        key.setLastWritten(Instant.parse("2024-02-29T12:34:56.1234567Z"));
        key.setClassName("Клас");
        key.setSecurity(new byte[] {1, 2, 3});
        key.put(RegistryValue.text("", "default"));
        key.put(RegistryValue.dword("Number", -2));
        key.put(RegistryValue.texts("名前", List.of("a", "", "\ud800")));
        key.put(new RegistryValue("unknown", 0xffff0012, new byte[] {7}));
        key.put(new RegistryValue("nothing", 0, new byte[0]));

        Path file = folder.resolve("a.hiv");
        hive.write(file);
        Hive again = Hive.read(file);

        assertThat(again.warnings()).isEmpty();
        assertThat(Trees.describe(again.root())).isEqualTo(Trees.describe(hive.root()));
        assertThat(again.root().find("software\\vendor\\пРОГРАММА")).isPresent();
    }

    @Test
    void writesEqualTreesAsEqualBytes() throws IOException {
        Hive one = Hive.empty();
        one.root().findOrCreate("A\\B").put(RegistryValue.dword("x", 1));
        one.root().findOrCreate("C").put(RegistryValue.dword("y", 2));
        Hive other = Hive.empty();
        other.root().findOrCreate("C").put(RegistryValue.dword("y", 2));
        other.root().findOrCreate("A\\B").put(RegistryValue.dword("x", 1));

        assertThat(bytes(one)).isEqualTo(bytes(other));
    }

    @Test
    void leavesNothingBesideTheHive() throws IOException {
        Path file = folder.resolve("a.hiv");
        Hive.empty().write(file);
        Hive.empty().write(file);

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void keepsTheOldHiveWhenTheNewOneCannotBeWritten() throws IOException {
        Path file = folder.resolve("a.hiv");
        Hive.empty().write(file);
        byte[] before = Files.readAllBytes(file);
        Hive hive = Hive.empty();
        hive.root().findOrCreate("x\\".repeat(512));

        assertThatThrownBy(() -> hive.write(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("512");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void renamesAKeyWithEverythingInIt() {
        HiveKey root = Hive.empty().root();
        HiveKey old = root.findOrCreate("Old");
        old.setClassName("class");
        old.put(RegistryValue.dword("x", 1));
        old.childOrCreate("Below");
        root.childOrCreate("Other");

        root.renameChild("old", "New");

        assertThat(root.find("Old")).isEmpty();
        assertThat(Trees.describe(root.find("New").orElseThrow())).isEqualTo(Trees.describe(old));
        assertThatThrownBy(() -> root.renameChild("New", "OTHER")).hasMessageContaining("Other");
        assertThat(root.renameChild("New", "NEW").name()).isEqualTo("NEW");
    }

    @Test
    void putsARemovedKeyBack() {
        HiveKey root = Hive.empty().root();
        root.findOrCreate("A\\B").put(RegistryValue.dword("x", 1));
        List<String> before = Trees.describe(root);

        HiveKey removed = root.removeChild("a").orElseThrow();
        root.putBack(removed);

        assertThat(Trees.describe(root)).isEqualTo(before);
        assertThatThrownBy(() -> root.putBack(removed)).hasMessageContaining("A");
    }

    @Test
    void holdsTheDeepestTreeThatWindowsLoads() throws IOException {
        Hive hive = Hive.empty();
        hive.root().findOrCreate("x\\".repeat(511)).put(RegistryValue.dword("deep", 1));

        Hive again = Hive.read(bytes(hive), "deep");

        assertThat(again.root().find("x\\".repeat(511)).orElseThrow().value("deep"))
                .isPresent();
    }

    @Test
    void keepsEachSecurityDescriptorOnce() throws IOException {
        Hive hive = Hive.empty();
        for (int i = 0; i < 100; i++) {
            hive.root().childOrCreate("key" + i).setSecurity(new byte[1000]);
        }
        byte[] bytes = bytes(hive);

        assertThat(bytes.length).isLessThan(30_000);
        Hive again = Hive.read(bytes, "security");
        assertThat(again.root().children())
                .allSatisfy(key -> assertThat(key.security()).hasValue(new byte[1000]));
        assertThat(again.root().security()).hasValue(SecurityDescriptor.everyone());
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        assertThatThrownBy(() -> Hive.read(folder.resolve("none.hiv")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none.hiv")
                .hasMessageContaining("no such hive");
        assertThatThrownBy(() -> Hive.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a file");
    }

    static byte[] bytes(Hive hive) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        hive.write(out);
        return out.toByteArray();
    }
}
