package studio.ctnr.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Variables in text files: values while the container runs, variables before and after. */
class TextFilesTest extends OnMachine {
    private static final String CONFIG = """
            entrypoints:
              - { name: "cmd", target: "C:\\\\Windows\\\\System32\\\\cmd.exe", default: true }
            text_files:
              - "rootfs/ProgramFiles/Test/*.ini"
              - "rootfs/ProgramFiles/Test/missing.xml"
              - rootfs/ProgramFiles/Test/a.json
            """;
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2011-12-13T14:15:16Z"));

    @TempDir
    private Path folder;

    private TestContainer container;
    private Path programs;

    @BeforeEach
    void make() throws Exception {
        container = new TestContainer(folder.resolve("container"), CONFIG);
        programs = container.root.resolve("rootfs/ProgramFiles/Test");
    }

    private Path put(String name, String text, Charset as) throws Exception {
        Path file = Files.write(programs.resolve(name), text.getBytes(as));
        Files.setLastModifiedTime(file, LONG_AGO);
        return file;
    }

    private List<String> batch(String... lines) throws Exception {
        Files.writeString(
                programs.resolve("run.bat"),
                "@echo off\r\ncd \"C:\\Program Files\\Test\"\r\n" + String.join("\r\n", lines) + "\r\n");
        TestContainer.Said said = container.launch("--", "/c", "C:\\PROGRA~1\\Test\\run.bat");
        assertThat(said.err()).isEmpty();
        return said.out().stream().filter(line -> !line.isEmpty()).toList();
    }

    private String profile() throws Exception {
        return batch("echo %USERPROFILE%").getFirst();
    }

    @Test
    void aProgramReadsThisMachinesValuesAndTheFilesKeepTheirVariables() throws Exception {
        String profile = profile();
        String latin = "[caf\u00e9]\r\ndir=%CONTAINER_USERPROFILE%\\x\r\nurl=file:///%CONTAINER_USERPROFILE:url%/x\r\n";
        Path ansi = put("ansi.ini", latin, Charset.forName("windows-1252"));
        Path wide = put("wide.ini", "\ufeff" + latin, StandardCharsets.UTF_16LE);
        Path json = put(
                "a.json",
                "{\"d\": \"%CONTAINER_USERPROFILE:escaped%\\\\%CONTAINER_PERCENT%CONTAINER_X%\"}\n",
                StandardCharsets.UTF_8);
        Path other = put("other.txt", "%CONTAINER_USERPROFILE%\n", StandardCharsets.UTF_8);
        byte[][] before = {Files.readAllBytes(ansi), Files.readAllBytes(wide), Files.readAllBytes(json)};
        batch(
                "for %%f in (ansi.ini wide.ini a.json) do copy /b %%f C:\\seen-%%f >nul",
                "copy other.txt C:\\seen-other.txt >nul");
        Path seen = container.root.resolve("rootfs/Drives/C");
        String slashes = profile.replace('\\', '/');
        String values =
                latin.replace("%CONTAINER_USERPROFILE%", profile).replace("%CONTAINER_USERPROFILE:url%", slashes);
        assertThat(Files.readString(seen.resolve("seen-ansi.ini"), Charset.forName("windows-1252")))
                .isEqualTo(values);
        assertThat(Files.readString(seen.resolve("seen-wide.ini"), StandardCharsets.UTF_16LE))
                .isEqualTo("\ufeff" + values);
        assertThat(seen.resolve("seen-a.json"))
                .hasContent("{\"d\": \"" + profile.replace("\\", "\\\\") + "\\\\%CONTAINER_X%\"}\n");
        assertThat(seen.resolve("seen-other.txt")).hasContent("%CONTAINER_USERPROFILE%\n");
        assertThat(ansi).hasBinaryContent(before[0]);
        assertThat(wide).hasBinaryContent(before[1]);
        assertThat(json).hasBinaryContent(before[2]);
        for (Path file : List.of(ansi, wide, json, other)) {
            assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
        }
        assertThat(container.root.resolve("cache/texts")).doesNotExist();
    }

    @Test
    void whatAProgramWritesStaysAndItsFoldersBecomeVariables() throws Exception {
        Path file = put("own.ini", "[a]\r\ndir=%CONTAINER_USERPROFILE%\\x\r\n", StandardCharsets.UTF_8);
        batch("echo more=%USERPROFILE%\\y>>own.ini", "echo new=%USERPROFILE%>new.ini", "echo plain>plain.ini");
        assertThat(Files.readString(file))
                .isEqualTo("[a]\r\ndir=%CONTAINER_USERPROFILE%\\x\r\nmore=%CONTAINER_USERPROFILE%\\y\r\n");
        assertThat(Files.readString(programs.resolve("new.ini"))).isEqualTo("new=%CONTAINER_USERPROFILE%\r\n");
        assertThat(Files.readString(programs.resolve("plain.ini"))).isEqualTo("plain\r\n");
        String profile = profile();
        assertThat(batch("type own.ini", "del own.ini")).contains("dir=" + profile + "\\x", "more=" + profile + "\\y");
        assertThat(file).doesNotExist();
        assertThat(batch("if not exist own.ini echo gone")).containsExactly("gone");
    }

    @Test
    void bytesThatAreNoTextAreNeverChanged() throws Exception {
        byte[] odd = "\ufeff%CONTAINER_USERPROFILE%".getBytes(StandardCharsets.UTF_16LE);
        byte[] broken = java.util.Arrays.copyOf(odd, odd.length - 1);
        Path file = Files.write(programs.resolve("broken.ini"), broken);
        batch("copy /b broken.ini C:\\seen-broken.ini >nul");
        assertThat(container.root.resolve("rootfs/Drives/C/seen-broken.ini")).hasBinaryContent(broken);
        assertThat(file).hasBinaryContent(broken);
        assertThat(Files.readString(container.root.resolve("logs/events.log"))).contains("\"event\":\"text-left\"");
    }

    /** As a session that was ended by force on a machine of another user's leaves it. */
    @Test
    void afterACrashElsewhereTheFilesGetThisMachinesValues() throws Exception {
        String portable = "dir=%CONTAINER_USERPROFILE%\\x\r\n";
        String foreign = "dir=C:\\Users\\somebody else\\x\r\n";
        Path file = put("left.ini", foreign, StandardCharsets.UTF_8);
        Path begun = put("begun.ini", portable, StandardCharsets.UTF_8);
        keep("0000000000000001", "left.ini", foreign, portable);
        keep("0000000000000002", "begun.ini", foreign, portable);
        keep("0000000000000003", "gone.ini", foreign, portable);
        Files.writeString(container.root.resolve("cache/texts/new"), "cut sh");
        String profile = profile();
        assertThat(file).hasContent(portable);
        assertThat(begun).hasContent(portable);
        assertThat(batch("type left.ini", "type begun.ini"))
                .containsExactly("dir=" + profile + "\\x", "dir=" + profile + "\\x");
        assertThat(container.root.resolve("cache/texts")).doesNotExist();
        assertThat(Files.readString(container.root.resolve("logs/events.log"))).contains("texts-recovered");
    }

    private void keep(String name, String file, String given, String original) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(given.getBytes(StandardCharsets.UTF_8));
        Path texts = Files.createDirectories(container.root.resolve("cache/texts"));
        Files.writeString(
                texts.resolve(name),
                HexFormat.of().formatHex(hash) + " rootfs\\ProgramFiles\\Test\\" + file + "\n" + original);
    }
}
