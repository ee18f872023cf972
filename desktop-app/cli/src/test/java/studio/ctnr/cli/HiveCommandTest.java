package studio.ctnr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.hive.KeptDescriptor;
import studio.ctnr.container.hive.RegistryValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HiveCommandTest {
    @TempDir
    private Path folder;

    private Path file;
    private String out;
    private String err;

    @BeforeEach
    void makeHive() throws IOException {
        file = folder.resolve("HKCU.hiv");
        Hive hive = Hive.empty();
        HiveKey key = hive.root().findOrCreate("Software\\Vendor");
        key.put(RegistryValue.text("", "the default"));
        key.put(RegistryValue.text("Path", "C:\\Größe"));
        key.put(RegistryValue.dword("Number", -2));
        key.put(RegistryValue.texts("List", List.of("a", "b")));
        key.put(RegistryValue.binary("Bytes", new byte[] {1, 2}));
        key.childOrCreate("Below").childOrCreate("Deeper");
        hive.write(file);
    }

    private int run(Object... arguments) {
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        String[] words = new String[arguments.length + 1];
        words[0] = "hive";
        for (int i = 0; i < arguments.length; i++) {
            words[i + 1] = arguments[i].toString();
        }
        CommandLine command =
                Ctnr.commandLine().setOut(new PrintWriter(outText)).setErr(new PrintWriter(errText));
        int code = command.execute(words);
        out = outText.toString().replace("\r\n", "\n");
        err = errText.toString();
        return code;
    }

    private HiveKey vendor() throws IOException {
        return Hive.read(file).root().find("Software\\Vendor").orElseThrow();
    }

    @Test
    void listsSubkeysAndValues() {
        assertThat(run("ls", file, "Software\\Vendor")).isZero();
        assertThat(out).isEqualTo("""
                        Below\\
                        @       REG_SZ         the default
                        Bytes   REG_BINARY     01,02
                        List    REG_MULTI_SZ   a | b
                        Number  REG_DWORD      0xfffffffe (4294967294)
                        Path    REG_SZ         C:\\Größe
                        """);
    }

    @Test
    void aDescriptorThatAnApplicationSetIsNoValue() throws IOException {
        Hive hive = Hive.read(file);
        RegistryValue kept = new RegistryValue(KeptDescriptor.NAME, KeptDescriptor.VALUE_TYPE, new byte[] {1, 0});
        HiveKey below = hive.root().find("Software\\Vendor\\Below").orElseThrow();
        below.put(kept);
        below.put(RegistryValue.text("Name", "x"));
        hive.write(file);

        assertThat(run("ls", file, "Software\\Vendor\\Below")).isZero();
        assertThat(out).isEqualTo("""
                        Deeper\\
                        Name  REG_SZ         x
                        (has its own security descriptor)
                        """);
        assertThat(run("ls", file, "Software\\Vendor\\Below", "--json")).isZero();
        JsonNode key = JsonMapper.shared().readTree(out).path("keys").path(0);
        assertThat(key.path("ownSecurity").asBoolean()).isTrue();
        assertThat(key.path("values")).hasSize(1);
        assertThat(run("export", file, "Software\\Vendor\\Below", "--encoding", "utf8", "-o", folder.resolve("x.reg")))
                .isZero();
        assertThat(folder.resolve("x.reg")).content().contains("Name").doesNotContain("ctnr.security");

        assertThat(run("get", file, "Software\\Vendor\\Below", "ctnr.security")).isEqualTo(ExitCode.FAILED);
        assertThat(run("rm", file, "Software\\Vendor\\Below", "ctnr.security")).isEqualTo(ExitCode.FAILED);
        assertThat(run("set", file, "Software\\Vendor\\Below", "Ctnr.Security", "x"))
                .isEqualTo(ExitCode.WRONG_USE);
        assertThat(run("set", file, "Software\\Vendor\\Below", "Name", "y")).isZero();
        assertThat(vendor().child("Below").orElseThrow().value("ctnr.security")).contains(kept);
    }

    @Test
    void takesWholePathsWhereTheHivesPlaceIsKnown() {
        assertThat(run("ls", file, "HKEY_CURRENT_USER\\software\\vendor\\below"))
                .isZero();
        assertThat(out).isEqualTo("Deeper\\\n");
    }

    @Test
    void listsEverythingBelow() {
        assertThat(run("ls", file, "--recursive")).isZero();
        assertThat(out.lines())
                .startsWith(
                        "HKCU\\",
                        "HKCU\\Software\\",
                        "HKCU\\Software\\Vendor\\",
                        "  @       REG_SZ         the default")
                .endsWith("HKCU\\Software\\Vendor\\Below\\", "HKCU\\Software\\Vendor\\Below\\Deeper\\");
    }

    @Test
    void listsAsJson() {
        assertThat(run("ls", file, "Software\\Vendor", "--json")).isZero();
        JsonNode key = JsonMapper.shared().readTree(out).get("keys").get(0);
        assertThat(key.get("key").asString()).isEqualTo("HKCU\\Software\\Vendor");
        assertThat(key.get("lastWritten").asString()).isEqualTo("1601-01-01T00:00:00Z");
        assertThat(key.get("subkeys").get(0).asString()).isEqualTo("Below");
        assertThat(key.get("values").toString())
                .isEqualTo(
                        "[{'name':'','type':'REG_SZ','text':'the default'},{'name':'Bytes','type':'REG_BINARY','hex':'01,02'},{'name':'List','type':'REG_MULTI_SZ','texts':['a','b']},{'name':'Number','type':'REG_DWORD','number':4294967294},{'name':'Path','type':'REG_SZ','text':'C:\\\\Größe'}]"
                                .replace('\'', '"'));
    }

    @Test
    void getsOneValueForAScript() {
        assertThat(run("get", file, "Software\\Vendor")).isZero();
        assertThat(out).isEqualTo("the default\n");
        assertThat(run("get", file, "Software\\Vendor", "number")).isZero();
        assertThat(out).isEqualTo("4294967294\n");
        assertThat(run("get", file, "Software\\Vendor", "List", "--type")).isZero();
        assertThat(out).isEqualTo("REG_MULTI_SZ\ta\nREG_MULTI_SZ\tb\n");
    }

    @Test
    void getsTheBytesOfAValue() {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertThat(run("get", file, "Software\\Vendor", "Bytes", "--raw")).isZero();
        } finally {
            System.setOut(before);
        }
        assertThat(bytes.toByteArray()).containsExactly(1, 2);
    }

    @Test
    void saysWhatIsNotThere() {
        assertThat(run("get", file, "Software\\Vendor", "None")).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("HKCU\\Software\\Vendor has no value named None");
        assertThat(run("ls", file, "Software\\Nobody")).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("There is no key HKCU\\Software\\Nobody in " + file);
        assertThat(run("ls", folder.resolve("none.hiv"))).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err).contains("There is no hive").contains("none.hiv");
        assertThat(run("ls", file, "HKLM\\Software")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err).contains("does not lie below HKCU");
    }

    @Test
    void tellsADamagedHiveInOneSentence() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[4096] = 'x';
        Files.write(file, bytes);

        assertThat(run("ls", file)).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("at byte 4096").hasLineCount(1);
    }

    @Test
    void setsValuesOfEachType() throws IOException {
        assertThat(run("set", file, "Software\\Vendor", "Path", "neu")).isZero();
        assertThat(run("set", file, "Software\\Vendor\\New\\Key", "n", "-t", "DWORD", "0x10"))
                .isZero();
        assertThat(run("set", file, "Software\\Vendor", "", "-t", "reg_qword", "18446744073709551615"))
                .isZero();
        assertThat(run("set", file, "Software\\Vendor", "List", "-t", "multi_sz", "x", "y"))
                .isZero();
        assertThat(run("set", file, "Software\\Vendor", "Bytes", "-t", "hex(ff12)", "0102", "03"))
                .isZero();

        HiveKey key = vendor();
        assertThat(key.value("path")).hasValue(RegistryValue.text("Path", "neu"));
        assertThat(key.value("")).hasValue(RegistryValue.qword("", -1));
        assertThat(key.value("list")).hasValue(RegistryValue.texts("List", List.of("x", "y")));
        assertThat(key.value("bytes")).hasValue(new RegistryValue("Bytes", 0xff12, new byte[] {1, 2, 3}));
        assertThat(key.find("New\\Key").orElseThrow().value("n")).hasValue(RegistryValue.dword("n", 16));
        assertThat(key.lastWritten()).isAfter(HiveKey.root("x").lastWritten());
    }

    @Test
    void refusesDataThatDoesNotFitItsType() throws IOException {
        byte[] before = Files.readAllBytes(file);
        assertThat(run("set", file, "K", "n", "-t", "dword", "4294967296")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err).contains("Not a number of 32 bits");
        assertThat(run("set", file, "K", "n", "-t", "binary", "0g")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run("set", file, "K", "n", "-t", "dwrod", "1")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err).contains("no value type dwrod");
        assertThat(run("set", file, "K", "n", "a", "b")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run("set", file, "k".repeat(300), "n", "a")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void makesAHiveWhenItIsTold() {
        Path fresh = folder.resolve("fresh.hiv");
        assertThat(run("set", fresh, "K", "n", "x")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run("set", fresh, "K", "n", "x", "--create")).isZero();
        assertThat(run("get", fresh, "K", "n")).isZero();
        assertThat(out).isEqualTo("x\n");
    }

    @Test
    void removesValuesAndKeys() throws IOException {
        assertThat(run("rm", file, "Software\\Vendor", "Path")).isZero();
        assertThat(vendor().value("Path")).isEmpty();
        assertThat(run("rm", file, "Software\\Vendor\\Below")).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("1 subkeys").contains("--recursive");
        assertThat(run("rm", file, "Software\\Vendor\\Below", "-r")).isZero();
        assertThat(vendor().children()).isEmpty();
        assertThat(run("rm", file, "Software\\Vendor", "Path")).isEqualTo(ExitCode.FAILED);
        assertThat(run("rm", file, "HKCU", "-r")).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void keepsTextFromCommandingTheTerminal() {
        run("set", file, "Software\\Vendor", "Path", "a\u001b[2Jb");
        run("ls", file, "Software\\Vendor");
        assertThat(out).contains("a\\u001b[2Jb").doesNotContain("\u001b");
    }
}
