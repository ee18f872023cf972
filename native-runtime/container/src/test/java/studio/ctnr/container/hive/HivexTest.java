package studio.ctnr.container.hive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.ctnr.container.reg.HiveMounts;
import studio.ctnr.container.reg.RegFileReader;
import studio.ctnr.container.reg.RegImport;

/** What this library writes is read by another one with the same content, and the other way round. */
class HivexTest {
    @TempDir
    private Path folder;

    @Test
    void readsEveryKindOfValueThatWasWrittenHere() throws Exception {
        Hive hive = Hive.empty();
        HiveKey key = hive.root().findOrCreate("Software\\Verlag Größe\\アプリ");
        for (int type = 0; type < 14; type++) {
            key.put(new RegistryValue("type " + type, type, new byte[] {1, 0, 2, 0, 0, 0}));
        }
        for (int length : new int[] {0, 1, 2, 3, 4, 5, 8, 16_343, 16_344, 16_345, 32_688, 32_689, 100_000}) {
            byte[] data = new byte[length];
            new Random(length).nextBytes(data);
            key.put(RegistryValue.binary("length " + length, data));
        }
        key.put(RegistryValue.text("", "default \"quoted\" \\ back slash"));
        key.put(RegistryValue.text("имя", "значение"));
        key.put(RegistryValue.dword("x".repeat(16_383), -1));
        hive.root().childOrCreate("k".repeat(255)).childOrCreate("ключ".repeat(60));

        assertSeenAlike(hive);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 506, 507, 508, 1014, 1015, 5000})
    void readsManySubkeysThatWereWrittenHere(int count) throws Exception {
        Hive hive = Hive.empty();
        for (int i = 0; i < count; i++) {
            hive.root().childOrCreate("Key " + i).put(RegistryValue.dword("number", i));
        }

        assertSeenAlike(hive);
    }

    @Test
    void findsItsWayInItsShell() throws Exception {
        Hive hive = Hive.empty();
        HiveKey key = hive.root().findOrCreate("Vendor\\Данные");
        key.put(RegistryValue.text("name", "text"));
        for (int i = 0; i < 600; i++) {
            hive.root().childOrCreate("Many").childOrCreate("k" + i);
        }
        Path file = folder.resolve("shell.hiv");
        hive.write(file);

        assertThat(Hivex.shell(file, "ls", "cd Vendor", "cd Данные", "lsval"))
                .containsExactly("Many", "Vendor", "\"name\"=\"text\"");
        assertThat(Hivex.shell(file, "cd Many", "ls")).hasSize(600).contains("k0", "k599");
    }

    @Test
    void writesWhatIsReadHere() throws Exception {
        Path file = folder.resolve("merged.hiv");
        Hive.empty().write(file);
        StringBuilder reg = new StringBuilder("Windows Registry Editor Version 5.00\n\n[\\Vendor]\n");
        reg.append("@=\"default\"\n\"text\"=\"a \\\"b\\\" \\\\c\"\n\"number\"=dword:fffffffe\n");
        reg.append("\"list\"=hex(7):61,00,00,00,62,00,00,00,00,00\n\"odd\"=hex(ffff0012):01,02,03\n\"large\"=hex:00");
        reg.append(",5a".repeat(40_000)).append("\n\n[\\Vendor\\Many]\n\n");
        for (int i = 0; i < 1500; i++) {
            reg.append("[\\Vendor\\Many\\Key ")
                    .append(i)
                    .append("]\n\"i\"=dword:")
                    .append("%08x\n\n".formatted(i));
        }
        Hivex.merge(file, reg.toString());

        Hive hive = Hive.read(file);

        assertThat(Trees.content(hive.root()))
                .isEqualTo(Trees.content(parse(reg.toString().getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void changesWhatWasWrittenHereAndIsReadHereAgain() throws Exception {
        Hive hive = Hive.empty();
        for (int i = 0; i < 1100; i++) {
            HiveKey key = hive.root().findOrCreate("Many\\Key " + i);
            key.put(RegistryValue.binary("data", new byte[i]));
            key.put(RegistryValue.text("t", "x"));
        }
        Path file = folder.resolve("changed.hiv");
        hive.write(file);

        Hivex.shell(
                file, "cd Many", "cd Key 7", "del", "add Key new", "cd Key new", "setval 1", "v", "dword:5", "commit");

        hive.root().find("Many").orElseThrow().removeChild("Key 7");
        hive.root().findOrCreate("Many\\Key new").put(RegistryValue.dword("v", 5));
        assertThat(Trees.content(Hive.read(file).root())).isEqualTo(Trees.content(hive.root()));
    }

    private void assertSeenAlike(Hive hive) throws Exception {
        Path file = folder.resolve("written.hiv");
        hive.write(file);
        assertThat(Trees.content(parse(Hivex.export(file)))).isEqualTo(Trees.content(hive.root()));
        assertThat(Hivex.shell(file, "ls")).hasSize(hive.root().children().size());
    }

    private static HiveKey parse(byte[] reg) throws IOException {
        Hive hive = Hive.empty();
        RegImport edits = new RegImport(HiveMounts.of("", hive.root()), "reg", Instant.EPOCH, effect -> {});
        RegFileReader.read(new ByteArrayInputStream(reg), "reg", RegFileReader.ANSI, edits);
        return hive.root();
    }
}
