package studio.ctnr.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.ctnr.wine.WinePrefix;

/** What `capture.exe snapshot` and `info` write, under Wine. */
class SnapshotTest {
    private static final String TOP = "HKCU\\\\Software\\\\Ctnr Test";

    @TempDir
    private Path folder;

    @AfterAll
    static void stop() throws Exception {
        Capture.machine().cleanRegistry();
    }

    private List<String> snapshot(Capture capture, String kind, String... options) throws Exception {
        Path file = Files.createTempFile(folder, kind, ".jsonl");
        String[] arguments = new String[options.length + 3];
        System.arraycopy(new String[] {"snapshot", "--" + kind, WinePrefix.path(file)}, 0, arguments, 0, 3);
        System.arraycopy(options, 0, arguments, 3, options.length);
        Capture.Said said = capture.say(arguments);
        assertThat(said.err()).isEmpty();
        assertThat(said.status()).isZero();
        return Files.readAllLines(file, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource
    void writesKeysAndValuesOfAnyNameTypeAndSizeInOrder(Capture capture) throws Exception {
        assertThat(capture.run(List.of(), capture.testProgram("fill_registry")).exit())
                .contains("\"code\":0,");
        List<String> lines = snapshot(capture, "registry", "--keys", "HKCU\\Software\\Ctnr Test");
        assertThat(lines.getFirst()).isEqualTo("{\"snapshot\":\"registry\",\"version\":1,\"roots\":[\"" + TOP + "\"]}");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("{\"key\""))
                .map(line -> line.replaceAll(",\"time\":\\d+", ""))
                .containsExactly(
                        key(""),
                        key("\\\\A_"),
                        key("\\\\aā"),
                        key("\\\\b"),
                        key("\\\\b\\\\deep"),
                        key("\\\\B-"),
                        key("\\\\lone\\ud800"),
                        key("\\\\z\\u0000y"),
                        key("\\\\Ωmega"),
                        key("\\\\日本語"),
                        key("\\\\😀"));
        byte[] big = new byte[1_100_000];
        for (int i = 0; i < big.length; i++) {
            big[i] = (byte) (i * 7);
        }
        assertThat(lines)
                .filteredOn(line -> line.startsWith("{\"value\""))
                .containsExactly(
                        "{\"value\":\"\",\"type\":1,\"data\":\"ZABlAGYAYQB1AGwAdAAAAA==\"}",
                        "{\"value\":\"big\",\"type\":3,\"data\":\""
                                + Base64.getEncoder().encodeToString(big) + "\"}",
                        "{\"value\":\"List\",\"type\":7,\"data\":\"YQAAAOkAAAAAAA==\"}",
                        "{\"value\":\"nothing\",\"type\":0,\"data\":\"\"}",
                        "{\"value\":\"Number\",\"type\":4,\"data\":\"AQIDBA==\"}",
                        "{\"value\":\"odd\",\"type\":65554,\"data\":\"/w==\"}",
                        "{\"value\":\"unpaired\\udc00\",\"type\":1,\"data\":\"ANgAAA==\"}");
        assertThat(lines.getLast()).isEqualTo("{\"entries\":11,\"unreadable\":0}");
    }

    private static List<String> withoutTimes(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceAll("(\\{\"key\".*),\"time\":\\d+", "$1"))
                .toList();
    }

    private static String key(String below) {
        return "{\"key\":\"" + TOP + below + "\"}";
    }

    @Test
    void bothBitnessesSeeTheWholeRegistryAndItStaysTheSame() throws Exception {
        // Wine's devices start after the first program, are counted, and write the same keys anew
        String counter = "HKLM\\System\\CurrentControlSet\\Control\\ServiceCurrent";
        String[] options = {"--exclude", "HKCU\\Volatile*", "--exclude", counter};
        List<String> before = withoutTimes(snapshot(Capture.X64, "registry", options));
        List<String> after = withoutTimes(snapshot(Capture.X86, "registry", options));
        assertThat(after).isEqualTo(before);
        assertThat(before)
                .anyMatch(line -> line.startsWith("{\"key\":\"HKLM\\\\Software\\\\Wow6432Node\\\\"))
                .anyMatch(line -> line.startsWith("{\"key\":\"HKLM\\\\System\\\\CurrentControlSet\\\\Services"))
                .hasSizeGreaterThan(20_000);
    }

    @ParameterizedTest
    @EnumSource
    void writesFilesInOrderAndLeavesOutWhatIsExcluded(Capture capture) throws Exception {
        Path root = Files.createDirectories(Capture.machine().drive().resolve("tree " + capture));
        Files.createDirectories(root.resolve("b/inner"));
        Files.createDirectories(root.resolve("left out/below"));
        for (String name : List.of("b/inner/ω.txt", "B-", "A_", "ähnlich", "日本語.txt", "b/" + "x".repeat(120))) {
            Files.writeString(root.resolve(name), name);
            Files.setLastModifiedTime(root.resolve(name), FileTime.from(Instant.parse("2020-02-02T02:02:02.1234567Z")));
        }
        List<String> lines =
                snapshot(capture, "files", "--roots", "C:\\tree " + capture, "--exclude", "c:\\TREE*\\left*");
        String top = "{\"path\":\"C:\\\\tree " + capture + "\\\\";
        assertThat(lines.subList(1, lines.size() - 1))
                .map(line -> line.replaceAll("\"time\":\\d+,(.*):16}", "$1:16}"))
                .containsExactly(
                        top + "A_\",\"size\":2,\"time\":132250825221234567,\"attributes\":32}",
                        top + "b\",\"size\":0,\"attributes\":16}",
                        top + "b\\\\inner\",\"size\":0,\"attributes\":16}",
                        top + "b\\\\inner\\\\ω.txt\",\"size\":14,\"time\":132250825221234567,\"attributes\":32}",
                        top + "b\\\\" + "x".repeat(120)
                                + "\",\"size\":122,\"time\":132250825221234567,\"attributes\":32}",
                        top + "B-\",\"size\":2,\"time\":132250825221234567,\"attributes\":32}",
                        top + "ähnlich\",\"size\":8,\"time\":132250825221234567,\"attributes\":32}",
                        top + "日本語.txt\",\"size\":13,\"time\":132250825221234567,\"attributes\":32}");
    }

    private Path places(String... lines) throws Exception {
        return Files.writeString(
                Files.createTempFile(folder, "places", ".txt"), String.join("\n", lines), StandardCharsets.UTF_16LE);
    }

    @ParameterizedTest
    @EnumSource
    void looksOnlyAtThePlacesThatItIsGiven(Capture capture) throws Exception {
        String name = "places " + capture;
        Path root = Files.createDirectories(Capture.machine().drive().resolve(name));
        for (String at : List.of("Whole/deep/er", "Whole-not", "above/entry", "above/other", "left out/in")) {
            Files.createDirectories(root.resolve(at));
        }
        for (String file : List.of(
                "Whole/deep/er/ω.txt",
                "Whole-not/a",
                "above/b.txt",
                "above/entry/c",
                "above/other/d",
                "left out/in/e")) {
            Files.writeString(root.resolve(file), file);
        }
        String top = "C:\\" + name + "\\";
        Path only = places(
                "\ufeffc:\\PLACES " + capture + "\\whole\\",
                top + "Whole\\deep\r",
                top + "above\\entry",
                top + "above\\B.TXT",
                top + "gone\\long ago\\",
                "",
                top + "left out\\in\\");
        List<String> lines = snapshot(
                capture, "files", "--only", WinePrefix.path(only), "--exclude", top + "left*", "--roots", "C:\\");
        assertThat(lines.subList(1, lines.size()))
                .map(line -> line.replaceAll("\\{\"path\":\"C:\\\\\\\\[^\\\\]*\\\\\\\\(.*)\",\"size.*", "$1"))
                .containsExactly(
                        "above\\\\b.txt",
                        "above\\\\entry",
                        "Whole",
                        "Whole\\\\deep",
                        "Whole\\\\deep\\\\er",
                        "Whole\\\\deep\\\\er\\\\ω.txt",
                        "{\"entries\":6,\"unreadable\":0}");
    }

    @Test
    void takesAWholeDriveForAPlaceAndNothingForNone() throws Exception {
        List<String> whole = snapshot(Capture.X64, "files", "--exclude", "C:\\users\\*\\Temp\\*");
        List<String> drive = snapshot(
                Capture.X64, "files", "--only", WinePrefix.path(places("c:\\")), "--exclude", "C:\\users\\*\\Temp\\*");
        assertThat(drive).isEqualTo(whole);
        assertThat(snapshot(Capture.X64, "files", "--only", WinePrefix.path(places())))
                .last()
                .isEqualTo("{\"entries\":0,\"unreadable\":0}");
    }

    @Test
    void refusesPlacesThatAreNone() throws Exception {
        Capture.Said said =
                Capture.X64.say("snapshot", "--files", "-", "--only", WinePrefix.path(places("C:\\a", "Folder\\b")));
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err()).singleElement().asString().startsWith("capture: Line 2 of ");
        assertThat(Capture.X64.say("snapshot", "--registry", "-", "--only", "a").status())
                .isEqualTo(2);
    }

    @Test
    void twoSnapshotsOfAnUnchangedDriveAreEqualAndSeeAllFolders() throws Exception {
        List<String> before = snapshot(Capture.X64, "files", "--exclude", "C:\\users\\*\\Temp\\*");
        List<String> after = snapshot(Capture.X86, "files", "--exclude", "C:\\users\\*\\Temp\\*");
        assertThat(after).isEqualTo(before);
        assertThat(before)
                .anyMatch(line -> line.contains("system32\\\\"))
                .anyMatch(line -> line.contains("syswow64\\\\"));
    }

    @ParameterizedTest
    @EnumSource
    void describesTheMachine(Capture capture) throws Exception {
        Capture.Said said = capture.say("info");
        assertThat(said.status()).isZero();
        assertThat(said.out())
                .singleElement()
                .asString()
                .contains("\"wine\":\"", "\"bits\":64", "\"userSid\":\"S-1-5-21-", "\"temp\":\"C:\\\\users\\\\")
                .contains("\"userName\":\"" + System.getProperty("user.name") + "\"")
                .contains(
                        "\"programFiles\":\"C:\\\\Program Files\"",
                        "\"programFilesX86\":\"C:\\\\Program Files (x86)\"");
    }

    @Test
    void namesTheRootThatIsMissing() throws Exception {
        Capture.Said said = Capture.X64.say("snapshot", "--registry", "-", "--keys", "HKCU\\Nowhere");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err()).singleElement().asString().startsWith("capture: Can't read the key HKCU\\Nowhere");
    }
}
