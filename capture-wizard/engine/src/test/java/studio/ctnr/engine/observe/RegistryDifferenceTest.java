package studio.ctnr.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.engine.change.RegistryChange;

class RegistryDifferenceTest {
    private static final String MACHINE =
            "WINE REGISTRY Version 2\n;; All keys relative to REGISTRY\\\\Machine\n\n#arch=win64\n";

    @TempDir
    Path folder;

    private WineRegistryFile file(String name, String text) throws IOException {
        return WineRegistryFile.open(Files.writeString(folder.resolve(name), text, StandardCharsets.US_ASCII));
    }

    private List<String> changes(String before, String after) throws IOException {
        return RegistryDifference.between(file("before", MACHINE + before), file("after", MACHINE + after))
                .changes()
                .map(RegistryDifferenceTest::line)
                .toList();
    }

    private static String line(RegistryChange change) {
        String name = change instanceof RegistryChange.OfValue value ? " " + value.name() : "";
        return change.kind() + " " + change.key() + name;
    }

    private RegistryValue value(String text) throws IOException {
        return file("one", MACHINE + "\n[A] 1\n#time=1\n" + text + "\n")
                .value(KeyPath.of("HKLM\\A"), "v")
                .orElseThrow();
    }

    @Test
    void timesAreNoChange() throws IOException {
        assertThat(changes("\n[A] 1\n#time=1\n\"v\"=\"x\"\n", "\n[A] 2\n#time=2\n\"v\"=\"x\"\n"))
                .isEmpty();
    }

    @Test
    void keysAndValuesComeInTheirOrder() throws IOException {
        String before = "\n[a] 1\n\"gone\"=\"1\"\n\"same\"=\"s\"\n\"z\"=\"1\"\n\n[old\\\\leaf] 1\n\"v\"=\"1\"\n";
        String after =
                "\n[_n] 1\n\n[a] 2\n\"B\"=\"1\"\n\"same\"=\"s\"\n\"z\"=\"2\"\n\n[a b] 2\n@=\"1\"\n\n[a\\\\c\\\\d] 1\n@=\"1\"\n";
        assertThat(changes(before, after))
                .containsExactly(
                        "ADDED HKLM\\a B",
                        "DELETED HKLM\\a gone",
                        "CHANGED HKLM\\a z",
                        "ADDED HKLM\\a\\c",
                        "ADDED HKLM\\a\\c\\d",
                        "ADDED HKLM\\a\\c\\d ",
                        "ADDED HKLM\\a b",
                        "ADDED HKLM\\a b ",
                        "DELETED HKLM\\old",
                        "DELETED HKLM\\old\\leaf",
                        "DELETED HKLM\\old\\leaf v",
                        "ADDED HKLM\\_n");
    }

    @Test
    void aKeyThatLostItsValuesAndKeptASubkeyIsStillThere() throws IOException {
        assertThat(changes("\n[a] 1\n\"v\"=\"1\"\n\n[a\\\\b\\\\c] 1\n", "\n[a\\\\b\\\\d] 1\n"))
                .containsExactly("DELETED HKLM\\a v", "DELETED HKLM\\a\\b\\c", "ADDED HKLM\\a\\b\\d");
    }

    @Test
    void aKeyThatGainedValuesIsNotNew() throws IOException {
        assertThat(changes("\n[a\\\\b] 1\n", "\n[a] 1\n\"v\"=\"1\"\n\n[a\\\\b] 1\n"))
                .containsExactly("ADDED HKLM\\a v");
    }

    @Test
    void caseAloneIsNoChange() throws IOException {
        assertThat(changes("\n[Key] 1\n\"Name\"=\"x\"\n", "\n[KEY] 1\n\"NAME\"=\"x\"\n"))
                .isEmpty();
    }

    @Test
    void everyEscapeOfWinesIsRead() throws IOException {
        RegistryValue value = value("\"v\"=\"a\\\\b\\\"c\\n\\r\\t\\e\\x20ac\\xe9g\\x00e9a\\0001\\7z\\033\"");
        assertThat(new String(value.data(), StandardCharsets.UTF_16LE))
                .isEqualTo("a\\b\"c\n\r\t\u001b\u20ac\u00e9g\u00e9a\0" + "1\u0007z\u001b\0");
        assertThat(changes("", "\n[a\\[b\\]\\\\c\\x3a9] 1\n")).contains("ADDED HKLM\\a[b]\\c\u03a9");
    }

    @Test
    void everyTypeIsRead() throws IOException {
        assertThat(value("\"v\"=dword:80000001")).isEqualTo(new RegistryValue("v", 4, hex("01000080")));
        assertThat(value("\"v\"=str(2):\"%A%\"")).isEqualTo(new RegistryValue("v", 2, hex("250041002500" + "0000")));
        assertThat(value("\"v\"=str(7):\"a\\0b\\0\""))
                .isEqualTo(new RegistryValue("v", 7, hex("6100000062000000" + "0000")));
        assertThat(value("\"v\"=hex:")).isEqualTo(new RegistryValue("v", 3, new byte[0]));
        assertThat(value("\"v\"=hex:01,02,\\\n  0a,ff")).isEqualTo(new RegistryValue("v", 3, hex("01020aff")));
        assertThat(value("\"v\"=hex(b):01,00,00,00,00,00,00,00").type()).isEqualTo(11);
        assertThat(value("\"v\"=hex(ffff0007):01").type()).isEqualTo(0xffff0007);
        assertThat(value("#class=\"c\"\n#link\n\"v\"=hex(6):41,00")).isEqualTo(new RegistryValue("v", 6, hex("4100")));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    @Test
    void theRootIsReadFromTheHead() throws IOException {
        String user = "WINE REGISTRY Version 2\n;; All keys relative to REGISTRY\\\\User\\\\S-1-5-21-0-0-0-1000\n";
        assertThat(file("user", user).root()).isEqualTo(KeyPath.of("HKCU"));
        assertThat(file("user", user).sid()).contains("S-1-5-21-0-0-0-1000");
        String all = "WINE REGISTRY Version 2\n;; All keys relative to REGISTRY\\\\User\\\\.Default\n";
        assertThat(file("all", all).root()).isEqualTo(KeyPath.of("HKU\\.Default"));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> file("none", "REGEDIT4\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"v\"=\"open",
                "\"v\"=dword:xyz",
                "\"v\"=hex:0",
                "\"v\"=hex:0g",
                "\"v\"",
                "v=1",
                "\"v\"=what:1",
                "\"v\"=\"a\"b",
                "\"v\"=\"\\x\"",
                "\"v\"=str(:\"\"",
                "\"v\"=hex(zz):01",
                "\"v"
            })
    void aDamagedValueIsNamedByItsKeyAndPlace(String text) {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> changes("", "\n[a] 1\n" + text + "\n"))
                .withMessageContaining("HKLM\\a")
                .withMessageContaining("damaged at byte");
    }

    @Test
    void aKeyWithoutAnEndIsNamedByItsPlace() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> changes("", "\n[a\\] 1\n"))
                .withMessageContaining("byte");
    }
}
