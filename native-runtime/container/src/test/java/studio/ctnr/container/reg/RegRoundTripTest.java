package studio.ctnr.container.reg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.hive.RegistryData;
import studio.ctnr.container.hive.RegistryValue;

class RegRoundTripTest {
    private static final String KEY = "HKEY_CURRENT_USER\\Software";

    private static byte[] write(HiveKey tree, RegVersion version) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RegFileWriter writer = new RegFileWriter(
                out, version, version == RegVersion.V4 ? RegFileReader.ANSI : StandardCharsets.UTF_16LE)) {
            writer.tree(KEY, tree);
        }
        return out.toByteArray();
    }

    private static HiveKey read(byte[] file) throws IOException {
        HiveKey root = HiveKey.root("ROOT");
        RegImport edits = new RegImport(HiveMounts.of(KEY, root), "test.reg", Instant.EPOCH, effect -> {});
        RegFileReader.read(new ByteArrayInputStream(file), "test.reg", RegFileReader.ANSI, edits);
        return root;
    }

    private static HiveKey tree(RegistryValue... values) {
        HiveKey root = HiveKey.root("ROOT");
        for (RegistryValue value : values) {
            root.put(value);
        }
        return root;
    }

    @Test
    void writesWhatRegeditWrites() throws IOException {
        HiveKey tree = tree(
                RegistryValue.text("", "C:\\a \"b\""),
                RegistryValue.dword("number", 255),
                RegistryValue.binary("bytes", new byte[40]),
                RegistryValue.expandable("path", "%x%"));
        tree.childOrCreate("Below");

        assertThat(new String(write(tree, RegVersion.V5), StandardCharsets.UTF_16LE))
                .isEqualTo("""
                        \ufeffWindows Registry Editor Version 5.00

                        [HKEY_CURRENT_USER\\Software]
                        @="C:\\\\a \\"b\\""
                        "bytes"=hex:00,00,00,00,00,00,00,00,00,00,00,00,00,00,00,00,00,00,00,00,00,00,\\
                          00,00,00,00,00,00,00,00,00,00,00,00,00,00,00,00,00,00
                        "number"=dword:000000ff
                        "path"=hex(2):25,00,78,00,25,00,00,00

                        [HKEY_CURRENT_USER\\Software\\Below]

                        """.replace("\n", "\r\n"));
    }

    @Property(tries = 300)
    void everyValueComesBackFromVersion5(@ForAll("values") List<RegistryValue> values) throws IOException {
        HiveKey tree = tree(values.toArray(RegistryValue[]::new));

        HiveKey again = read(write(tree, RegVersion.V5));

        assertThat(List.copyOf(again.values())).isEqualTo(List.copyOf(tree.values()));
    }

    @Provide
    Arbitrary<List<RegistryValue>> values() {
        Arbitrary<String> names = Arbitraries.strings()
                .withChars('a', '"', '\\', ';', '=', '\n', '\r', ' ', '\ud834', 'ж')
                .ofMaxLength(6);
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(80);
        Arbitrary<byte[]> texts = names.map(RegistryData::ofText);
        return Combinators.combine(names, Arbitraries.integers().between(-1, 12), Arbitraries.oneOf(bytes, texts))
                .as(RegistryValue::new)
                .list()
                .ofMaxSize(8);
    }

    @Test
    void keepsTextInVersion4() throws IOException {
        HiveKey tree = tree(
                RegistryValue.text("é", "ü"),
                RegistryValue.expandable("x", "%é%"),
                RegistryValue.texts("list", List.of("a", "é")));

        assertThat(List.copyOf(read(write(tree, RegVersion.V4)).values())).isEqualTo(List.copyOf(tree.values()));
    }

    @Test
    void refusesWhatVersion4CannotHold() {
        assertThatThrownBy(() -> write(tree(RegistryValue.dword("ж", 1)), RegVersion.V4))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("UTF-16 can");
        assertThatThrownBy(() -> write(tree(RegistryValue.expandable("x", "ж")), RegVersion.V4))
                .hasMessageContaining("windows-1252");
    }

    @Test
    void refusesAKeyWithALineBreakInItsName() {
        HiveKey tree = HiveKey.root("ROOT");
        tree.childOrCreate("a\nb");
        assertThatThrownBy(() -> write(tree, RegVersion.V5)).hasMessageContaining("line break");
    }
}
