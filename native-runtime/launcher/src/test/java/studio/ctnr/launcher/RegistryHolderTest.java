package studio.ctnr.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.ctnr.wine.WinePrefix;

/** What a session's registry is held in: keys of the user's, or a hive that Windows loads, where it proves that it does. */
class RegistryHolderTest extends OnMachine {
    private static final String CONFIG = """
            entrypoints:
              - { name: "cmd", target: 'C:\\Windows\\System32\\cmd.exe', default: true }
              - { name: "wait", target: 'C:\\Program Files\\Test\\wait.exe' }
            """;

    @TempDir
    private Path folder;

    private TestContainer container() throws Exception {
        return new TestContainer(folder.resolve("container"), CONFIG);
    }

    private static void write(TestContainer container, String... lines) throws Exception {
        Files.writeString(
                container.root.resolve("rootfs/ProgramFiles/Test/run.bat"),
                "@echo off\r\ncd /d \"C:\\Program Files\\Test\"\r\n" + String.join("\r\n", lines) + "\r\n");
    }

    private static List<String> batch(TestContainer container, String holder, String... lines) throws Exception {
        write(container, lines);
        TestContainer.Said said = container.launch("--registry", holder, "--", "/c", "C:\\PROGRA~1\\Test\\run.bat");
        assertThat(said.err()).isEmpty();
        return said.out().stream().filter(line -> !line.isEmpty()).toList();
    }

    /** Wine 8 says of such a hive that it is loaded, or that nobody may; in neither case is it. */
    @Test
    void aMachineThatLoadsNoHivesIsFoundOutByTrying() throws Exception {
        TestContainer container = container();
        assertThat(container.launch("--doctor").out())
                .anyMatch(line -> line.matches("absent +hives by Windows +Windows loads no hive from .*"))
                .anyMatch(line -> line.matches("good +registry is held in +keys of the user's, since .*"))
                .last()
                .isEqualTo("Containers run on this machine.");
        assertThat(container.launch("--doctor", "--registry", "hive").out())
                .anyMatch(line -> line.matches("missing +hives by Windows .*"));
        assertThat(container.launch("--", "/c", "exit 7").status()).isEqualTo(7);
        assertThat(container.root.resolve("logs")).isEmptyDirectory();

        TestContainer.Said refused = container.launch("--registry", "hive", "--", "/c", "exit 7");
        assertThat(refused.status()).isEqualTo(219);
        assertThat(refused.err())
                .singleElement()
                .asString()
                .contains("--registry hive asks for", "Nothing else is used in its place", "--registry keys");
        assertThat(container.launch("--registry", "odd").status()).isEqualTo(210);
    }

    @Test
    void aMachineThatLoadsHivesHoldsTheRegistryInOne() throws Exception {
        TestContainer container = container().withHives();
        assertThat(container.launch("--doctor").out())
                .anyMatch(line -> line.matches("good +hives by Windows +a hive was loaded .*"))
                .anyMatch(line -> line.matches("good +registry is held in +a hive that Windows loads.*"));
        assertThat(container.launch("--doctor", "--registry", "keys").out())
                .anyMatch(line -> line.matches("absent +hives by Windows +not looked at.*"))
                .anyMatch(line -> line.matches("good +registry is held in +keys of the user's.*"));
        assertThat(container.root.resolve("logs")).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"auto", "hive"})
    void programsOfBothKindsShareTheHiveAndTheNextStartHasIt(String holder) throws Exception {
        TestContainer container = container().withHives();
        assertThat(batch(
                        container,
                        holder,
                        "if exist " + WinePrefix.path(container.root) + "\\logs\\registry.hive echo hive",
                        "C:\\windows\\syswow64\\reg.exe add HKCU\\Software\\Shared /v v /d 32 >nul",
                        "reg query HKCU\\Software\\Shared"))
                .containsExactly("hive", "HKEY_CURRENT_USER\\Software\\Shared", "    v    REG_SZ    32");
        assertThat(batch(container, "keys", "reg query HKCU\\Software\\Shared")).contains("    v    REG_SZ    32");
        assertThat(container
                        .plain(Path.of("C:\\windows\\system32\\reg.exe"), "query", "HKCU\\Software\\CtnrStandIn")
                        .status())
                .isNotZero();
        assertThat(container.root.resolve("logs")).isEmptyDirectory();
    }

    @Test
    void whereTheHiveIsNotShownWholeKeysHoldTheRegistry() throws Exception {
        TestContainer container = container().withHives();
        batch(container, "auto", "reg add HKCU\\Software\\Kept /v v /d 1 >nul");
        assertThat(container.root.resolve("logs")).isEmptyDirectory();
        write(
                container,
                "reg query HKCU\\Software\\Kept",
                "reg add HKCU\\Software\\New /v v /d 2 >nul",
                "if not exist " + WinePrefix.path(container.root) + "\\logs\\registry.hive echo keys");
        TestContainer.Said said =
                container.launchWith("CTNR_STAND_IN_LOSES", "--", "/c", "C:\\PROGRA~1\\Test\\run.bat");
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("    v    REG_SZ    1", "keys");
        assertThat(Files.readString(container.root.resolve("logs/events.log")))
                .contains("\"event\":\"registry-by-keys\"", "registry.hive", "Windows does not show all that is in ");

        TestContainer.Said refused =
                container.launchWith("CTNR_STAND_IN_LOSES", "--registry", "hive", "--", "/c", "exit");
        assertThat(refused.status()).isEqualTo(214);
        assertThat(refused.err()).singleElement().asString().contains("Windows does not show all that is in ");
        assertThat(batch(container, "auto", "reg query HKCU\\Software\\New")).contains("    v    REG_SZ    2");
    }

    /** Neither what the container has is seen in it, nor what the host has. */
    @Test
    void aProcessThatIsNotGivenTheHiveSeesNoKeys() throws Exception {
        TestContainer container = container().withHives();
        container.plain(Path.of("C:\\windows\\system32\\reg.exe"), "add", "HKCU\\Software\\OfHost", "/f");
        assertThat(batch(
                        container,
                        "hive",
                        "reg add HKCU\\Software\\Inside /v v /d 1 >nul",
                        "set CTNR_STAND_IN_SHUT=1",
                        "reg query HKCU\\Software\\Inside >nul 2>nul || echo not read",
                        "reg query HKCU\\Software\\OfHost >nul 2>nul || echo not read",
                        "reg add HKCU\\Software\\Inside /v w /d 2 >nul 2>nul || echo not written",
                        "set CTNR_STAND_IN_SHUT=",
                        "reg query HKCU\\Software\\Inside"))
                .containsExactly(
                        "not read",
                        "not read",
                        "not written",
                        "HKEY_CURRENT_USER\\Software\\Inside",
                        "    v    REG_SZ    1");
        assertThat(Files.readAllLines(container.root.resolve("logs/events.log")))
                .hasSize(3)
                .allMatch(line -> line.contains("\"event\":\"registry-not-loaded\"")
                        && line.contains("registry.hive")
                        && line.contains("0xC0000022"));
    }

    @Test
    void whatRunsIsNotJoinedInAnotherWay() throws Exception {
        TestContainer container = container().withHives();
        container.install("x64", "pass_on", "wait.exe");
        Files.writeString(container.root.resolve("rootfs/Drives/C/inside.txt"), "");
        Process running = container.start("--entry", "wait");
        try (OutputStream to = running.getOutputStream();
                BufferedReader said = running.inputReader()) {
            to.write("runs\n".getBytes(StandardCharsets.UTF_8));
            to.flush();
            assertThat(said.readLine()).isEqualTo("runs");
            TestContainer.Said refused = container.launch("--registry", "keys", "--", "/c", "exit");
            assertThat(refused.status()).isEqualTo(219);
            assertThat(refused.err())
                    .singleElement()
                    .asString()
                    .contains("is running with its registry in a hive", "end it first");
            assertThat(container
                            .launch("--registry", "hive", "--", "/c", "exit 7")
                            .status())
                    .isEqualTo(7);
        }
        assertThat(running.waitFor()).isZero();
    }

    /**
     * What a key is made with counts, too. What shuts the user out does so at the next start, too, and does not keep what is
     * in the key from the hive; in a hive that Windows loads it is remembered and stops nobody.
     */
    @ParameterizedTest
    @CsvSource({"x64, keys", "x86, keys", "x64, hive", "x86, hive"})
    void descriptorsThatWereSetAreThereAtTheNextStart(String bits, String holder) throws Exception {
        TestContainer container = container();
        if (holder.equals("hive")) {
            container.withHives();
        }
        container.install(bits, "secure_keys", "secure.exe");
        container.install(bits.equals("x64") ? "x86" : "x64", "secure_keys", "other.exe");
        List<String> first = batch(
                container,
                holder,
                "reg add HKCU\\Software\\S\\set /v n /d 1 >nul",
                "reg add HKCU\\Software\\S\\shut\\deep /v n /d 1 >nul",
                "secure set Software\\S\\set D:P(A;CI;KA;;;USER)(A;;KR;;;WD)",
                "secure make Software\\S\\made D:P(A;;KA;;;USER)(A;;KR;;;BU)",
                "secure set Software\\S\\shut D:P(A;;RCWD;;;USER)",
                "secure show Software\\S\\set",
                "other show Software\\S\\made");
        assertThat(first.subList(0, 3)).containsExactly("0", "00000000", "0");
        assertThat(first.get(3)).endsWith("D:P(A;CI;KA;;;USER)(A;;KR;;;WD) 1");
        assertThat(first.get(4)).endsWith("D:P(A;;KA;;;USER)(A;;KR;;;BU) 0");

        List<String> second = batch(
                container,
                holder,
                "secure show Software\\S\\set",
                "other show Software\\S\\made",
                "secure show Software\\S\\shut",
                "reg query HKCU\\Software\\S\\shut\\deep");
        assertThat(second.subList(0, 2)).isEqualTo(first.subList(3, 5));
        if (holder.equals("keys")) {
            assertThat(second.get(2)).isEqualTo("unopened-5");
        } else {
            assertThat(second.get(2)).endsWith("D:P(A;;RCWD;;;USER) 0");
        }
        assertThat(second).endsWith("HKEY_CURRENT_USER\\Software\\S\\shut\\deep", "    n    REG_SZ    1");
        byte[] hive = Files.readAllBytes(container.root.resolve("user/Registry/HKCU.hiv"));
        assertThat(new String(hive, StandardCharsets.UTF_16LE)
                        + new String(hive, 1, hive.length - 1, StandardCharsets.UTF_16LE))
                .contains("%CONTAINER_USERSID%")
                .doesNotContain("S-1-5-21-");
        assertThat(container.root.resolve("logs")).isEmptyDirectory();
    }

    /** By a handle that it had, who shut itself out can still say who may come in; the next start has what was kept. */
    @ParameterizedTest
    @CsvSource({"x64", "x86"})
    void aDescriptorThatCanNotBeKeptIsTold(String bits) throws Exception {
        TestContainer container = container();
        container.install(bits, "secure_keys", "secure.exe");
        assertThat(batch(
                        container,
                        "keys",
                        "reg add HKCU\\Software\\S\\shut /v n /d 1 >nul",
                        "secure set Software\\S\\shut D:P(A;;RCWD;;;USER) D:P(A;;RCWD;;;USER)(A;;KA;;;SY)"))
                .containsExactly("0", "0");
        assertThat(Files.readAllLines(container.root.resolve("logs/events.log")))
                .singleElement()
                .asString()
                .contains("\"event\":\"registry-security-not-kept\"", "HKCU\\\\Software\\\\S\\\\shut", "0xC0000022");
        assertThat(batch(container, "keys", "secure show Software\\S\\shut")).containsExactly("unopened-5");
    }

    /** Where a container was before, a key may have got an owner whom this machine's user can't give it to: its list counts. */
    @Test
    void aDescriptorWhoseOwnerTheMachineRefusesKeepsItsList() throws Exception {
        TestContainer container = container().withHives();
        container.install("x64", "secure_keys", "secure.exe");
        batch(
                container,
                "keys",
                "reg add HKCU\\Software\\S\\given /v n /d 1 >nul",
                "secure set Software\\S\\given O:SYD:P(A;;KA;;;USER)");
        assertThat(container.root.resolve("logs")).isEmptyDirectory();
        assertThat(batch(container, "keys", "reg query HKCU\\Software\\S\\given", "secure show Software\\S\\given"))
                .contains("    n    REG_SZ    1")
                .last()
                .asString()
                .doesNotStartWith("O:SY")
                .endsWith("D:P(A;;KA;;;USER) 1");
        assertThat(Files.readAllLines(container.root.resolve("logs/events.log")))
                .singleElement()
                .asString()
                .contains(
                        "\"event\":\"registry-security-not-set\"",
                        "\"subject\":\"HKCU\\\\Software\\\\S\\\\given\"",
                        "the owner or group",
                        "c000");
    }

    /** As Windows answers who may not make links in a key; one that Windows followed would lead past the container. */
    @ParameterizedTest
    @CsvSource({"x64", "x86"})
    void linksAreRefused(String bits) throws Exception {
        TestContainer container = container();
        container.install(bits, "secure_keys", "secure.exe");
        assertThat(batch(
                        container,
                        "auto",
                        "secure link Software\\Link",
                        "reg query HKCU\\Software\\Link >nul 2>nul || echo none"))
                .containsExactly("5", "none");
        assertThat(Files.readString(container.root.resolve("logs/events.log")))
                .contains("\"event\":\"registry-link-refused\",\"subject\":\"HKCU\\\\Software\\\\Link\"");
    }
}
