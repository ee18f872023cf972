package studio.ctnr.container.reg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.ctnr.container.hive.RegistryData;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.hive.ValueType;
import studio.ctnr.container.reg.RegEdit.CreateKey;
import studio.ctnr.container.reg.RegEdit.DeleteKey;
import studio.ctnr.container.reg.RegEdit.DeleteValue;
import studio.ctnr.container.reg.RegEdit.SetValue;

class RegFileReaderTest {
    private static final String V5 = "Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Key]\r\n";

    private static List<RegEdit> read(byte[] file) throws IOException {
        List<RegEdit> edits = new ArrayList<>();
        RegFileReader.read(new ByteArrayInputStream(file), "test.reg", RegFileReader.ANSI, edits::add);
        return edits;
    }

    private static List<RegEdit> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static RegistryValue value(String line) throws IOException {
        return ((SetValue) read(V5 + line).get(1)).value();
    }

    @Test
    void readsKeysValuesAndDeletions() throws IOException {
        assertThat(read(V5 + "@=\"x\"\r\n\"gone\"=-\r\n\r\n[-HKEY_CURRENT_USER\\Old]\r\n[HKLM\\a]b]\r\n"))
                .containsExactly(
                        new CreateKey("HKEY_CURRENT_USER\\Key", 3),
                        new SetValue("HKEY_CURRENT_USER\\Key", RegistryValue.text("", "x"), 4),
                        new DeleteValue("HKEY_CURRENT_USER\\Key", "gone", 5),
                        new DeleteKey("HKEY_CURRENT_USER\\Old", 7),
                        new CreateKey("HKLM\\a]b", 8));
    }

    static Stream<Arguments> values() {
        RegistryValue bytes = RegistryValue.binary("b", new byte[] {1, 2, 3});
        return Stream.of(
                Arguments.of("\"a\"=\"C:\\\\x \\\"y\\\"\"", RegistryValue.text("a", "C:\\x \"y\"")),
                Arguments.of("\"a\\\\b\" = \"two\nlines\" ; why", RegistryValue.text("a\\b", "two\nlines")),
                Arguments.of("\"n\"=dword:FFFFFFFE", RegistryValue.dword("n", -2)),
                Arguments.of("\"n\"=DWORD:1 ; why", RegistryValue.dword("n", 1)),
                Arguments.of("\"b\"=hex:", RegistryValue.binary("b", new byte[0])),
                Arguments.of("\"b\"=hex:1,fF, 02,", RegistryValue.binary("b", new byte[] {1, -1, 2})),
                Arguments.of("\"b\"=hex:01,\\\r\n  02,\\ ; why\r\n ; more\r\n  03", bytes),
                Arguments.of("\"q\"=hex(b):2a,00,00,00,00,00,00,00", RegistryValue.qword("q", 42)),
                Arguments.of("\"l\"=hex(7):61,00,00,00,00,00", RegistryValue.texts("l", List.of("a"))),
                Arguments.of("\"u\"=hex(FFFF0012):07", new RegistryValue("u", 0xffff0012, new byte[] {7})));
    }

    @ParameterizedTest
    @MethodSource("values")
    void readsEveryKindOfData(String line, RegistryValue expected) throws IOException {
        assertThat(value(line)).isEqualTo(expected);
    }

    @Test
    void readsUtf16AndUtf8WithAndWithoutTheirMarks() throws IOException {
        String text = "\ufeff" + V5 + "\"имя\"=\"Größe 名\"\r\n";
        List<RegEdit> expected = read(text);
        assertThat(expected).hasSize(2);
        assertThat(read(text.substring(1))).isEqualTo(expected);
        assertThat(read(text.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(expected);
        assertThat(read(text.substring(1).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(expected);
    }

    @Test
    void keepsHalvesOfSurrogatePairs() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes((V5 + "\"").getBytes(StandardCharsets.UTF_16LE));
        file.writeBytes(new byte[] {0x34, (byte) 0xd8});
        file.writeBytes("\"=dword:1".getBytes(StandardCharsets.UTF_16LE));

        assertThat(((SetValue) read(file.toByteArray()).get(1)).value().name()).isEqualTo("\ud834");
    }

    @Test
    void readsVersion4InItsCodePageAlsoInsideBytes() throws IOException {
        String text =
                "REGEDIT4\n\n[HKEY_CURRENT_USER\\K]\n\"é\"=\"ü\"\n\"x\"=hex(2):25,61,e9,00\n\"m\"=hex(7):61,00,62,00,00\n";

        assertThat(read(text.getBytes(Charset.forName("windows-1252"))))
                .extracting(edit -> edit instanceof SetValue set ? set.value() : null)
                .containsExactly(
                        null,
                        RegistryValue.text("é", "ü"),
                        RegistryValue.expandable("x", "%aé"),
                        RegistryValue.texts("m", List.of("a", "b")));
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of("no header", 1, 1, "expected the first line"),
                Arguments.of("", 1, 1, "expected the first line"),
                Arguments.of(V5 + "name=1", 4, 1, "found 'n'"),
                Arguments.of(V5 + "\"a\"\"b\"", 4, 4, "expected = after"),
                Arguments.of(V5 + "\"a\"=\"never closed", 4, 5, "never closed"),
                Arguments.of(V5 + "\"a\"=\"b\" c", 4, 9, "expected the end of the line, found 'c'"),
                Arguments.of(V5 + "\"a\"=dword:123456789", 4, 11, "1 to 8 hexadecimal digits"),
                Arguments.of(V5 + "\"a\"=dword:", 4, 11, "1 to 8 hexadecimal digits"),
                Arguments.of(V5 + "\"a\"=hex:01,\\\r\n  0g", 5, 4, "found 'g'"),
                Arguments.of(V5 + "\"a\"=hex(x):01", 4, 5, "1 to 8 hexadecimal digits, found \"x\""),
                Arguments.of(V5 + "\"a\"=qword:01", 4, 5, "found qword"),
                Arguments.of(V5 + "[HKEY_CURRENT_USER\\open", 4, 1, "not closed"),
                Arguments.of(V5 + "[]", 4, 1, "a key's path"),
                Arguments.of("REGEDIT4\n\"a\"=\"b\"", 2, 1, "before its first value"),
                Arguments.of(V5 + "[-HKEY_CURRENT_USER\\x]\n\"a\"=\"b\"", 5, 1, "before its first value"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void tellsWhereAnErrorIs(String text, int line, int column, String problem) {
        RegFormatException failure = catchThrowableOfType(RegFormatException.class, () -> read(text));

        assertThat(failure).hasMessageStartingWith("test.reg:%d:%d: ".formatted(line, column));
        assertThat(failure).hasMessageContaining(problem);
        assertThat(failure.line()).isEqualTo(line);
        assertThat(failure.column()).isEqualTo(column);
    }

    @Test
    void refusesTextThatIsNotInItsEncoding() {
        byte[] bad = (V5 + "\"é\"=\"x\"").getBytes(Charset.forName("windows-1252"));
        assertThatThrownBy(() -> read(bad)).hasMessageContaining("not text in the encoding");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 15, 16, 17, 100_000})
    void readsBytesOfAnyLength(int length) throws IOException {
        byte[] data = new byte[length];
        String digits = RegistryData.hex(data);
        assertThat(value("\"b\"=hex(3):" + digits).data()).hasSize(length);
        assertThat(value("\"b\"=hex:" + digits).type()).isEqualTo(ValueType.REG_BINARY.number());
    }
}
