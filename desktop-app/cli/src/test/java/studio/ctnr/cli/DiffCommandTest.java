package studio.ctnr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DiffCommandTest {
    @TempDir
    private Path temp;

    private Path project;
    private String out;
    private String err;

    @BeforeEach
    void capture() throws IOException {
        project = temp.resolve("project");
        Files.createDirectories(project.resolve("changes"));
        Files.writeString(project.resolve("project.yml"), """
                format: 1
                captured: {started: '2026-01-31T12:00:00Z', ended: '2026-01-31T12:00:01Z'}
                machine:
                  sandbox: wine
                  windows-version: '10.0'
                  user-name: tester
                  user-sid: S-1-5-21-1-2-3-1000
                  computer-name: BOX
                  profile: C:\\users\\tester
                  temp: C:\\users\\tester\\AppData\\Local\\Temp
                steps: []
                counts:
                  files: {added: 3, changed: 0, deleted: 1}
                  folders: {added: 2, changed: 0, deleted: 0}
                  keys: {added: 3, changed: 0, deleted: 0}
                  values: {added: 2, changed: 1, deleted: 0}
                """);
        Files.writeString(project.resolve("changes/files.jsonl"), """
                {"path":"C:\\\\Program Files\\\\App","after":{"folder":true,"modified":"2026-01-31T12:00:00Z"}}
                {"path":"C:\\\\Program Files\\\\App\\\\bin","after":{"folder":true,"modified":"2026-01-31T12:00:00Z"}}
                {"path":"C:\\\\Program Files\\\\App\\\\bin\\\\app.exe","after":{"size":12345,"modified":"2026-01-31T12:00:00Z"}}
                {"path":"C:\\\\Program Files\\\\App\\\\bin\\\\x.tmp","after":{"size":1,"modified":"2026-01-31T12:00:00Z"}}
                {"path":"C:\\\\Program Files\\\\Old.txt","before":{"size":7,"modified":"2026-01-31T12:00:00Z"}}
                {"path":"C:\\\\windows\\\\Installer\\\\1a2b.msi","after":{"size":9,"modified":"2026-01-31T12:00:00Z"}}
                """);
        Files.writeString(project.resolve("changes/registry.jsonl"), """
                {"key":"HKCU\\\\Software\\\\App","change":"added"}
                {"key":"HKCU\\\\Software\\\\App","name":"","after":{"type":"REG_SZ","text":"\\u001b[31mred"}}
                {"key":"HKCU\\\\Software\\\\App","name":"Count","before":{"type":"REG_DWORD","number":1},"after":{"type":"REG_DWORD","number":2}}
                {"key":"HKLM\\\\Software\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Installer\\\\UserData","change":"added"}
                {"key":"HKLM\\\\Software\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Installer\\\\UserData\\\\S-1","change":"added"}
                {"key":"HKLM\\\\Software\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Installer\\\\UserData\\\\S-1","name":"v","after":{"type":"REG_SZ","text":"x"}}
                """);
    }

    @Test
    void theTreeFoldsChainsAndSumsUpWhatIsExcluded() {
        assertThat(run("diff", project)).isZero();
        assertThat(out).isEqualTo("""
                        Files
                          C:\\Program Files\\
                        +   App\\bin\\
                        +     app.exe                                     12,345 bytes
                        -   Old.txt                                       7 bytes

                        Registry
                          HKCU\\Software\\
                        +   App\\
                        +     @                                           REG_SZ  \\u001b[31mred
                        ~     Count                                       REG_DWORD  0x00000001 (1) -> 0x00000002 (2)

                        Included: 2 files, 2 folders, 1 key, 2 values
                        Excluded: 5: Windows Installer bookkeeping 4, Temporary files, caches and logs 1
                        What is excluded, and why: ctnr diff --all %s
                        """.formatted(project));
    }

    @Test
    void allShowsWhatIsExcludedWithItsReasonOnce() {
        assertThat(run("diff", project, "--all", "--registry")).isZero();
        assertThat(out)
                .containsOnlyOnce("excluded by msi.products: Products")
                .contains("+x ")
                .doesNotContain("Files");
    }

    @Test
    void whatWasNotObservedIsToldWhereWritersAreAskedFor() throws IOException {
        assertThat(run("diff", project, "--who")).isZero();
        assertThat(err).isEmpty();

        Path description = project.resolve("project.yml");
        Files.writeString(description, Files.readString(description).replace("steps: []", """
                steps:
                  - {installer: a.exe, size: 1, sha256: aa, kind: exe, started: '2026-01-31T12:00:00Z',
                     ended: '2026-01-31T12:00:01Z',
                     not-observed: [{what: 32-bit programs, subject: 'x86\\ctnr.dll', status: 193}]}"""));

        assertThat(run("diff", project)).isZero();
        assertThat(err).isEmpty();
        assertThat(run("diff", project, "--who")).isZero();
        assertThat(err).contains("32-bit programs (x86\\ctnr.dll can't be used: error 193)", "has no writer");
        assertThat(run("diff", project, "--json")).isZero();
        JsonNode part = JsonMapper.shared().readTree(out).at("/notObserved/0");
        assertThat(part.get("what").asString()).isEqualTo("32-bit programs");
        assertThat(part.get("status").asInt()).isEqualTo(193);

        Files.writeString(description, Files.readString(description).replace("32-bit programs", "half"));
        assertThat(run("diff", project)).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("project.yml", "half is nothing that can be observed", "64-bit programs");
    }

    @Test
    void aPatternNarrowsIt() {
        assertThat(run("diff", project, "*.exe")).isZero();
        assertThat(out).contains("app.exe").doesNotContain("Old.txt").doesNotContain("Count");
        assertThat(run("diff", project, "hkcu\\software\\app")).isZero();
        assertThat(out).contains("Count").doesNotContain("app.exe");
        assertThat(run("diff", project, "%NOPE%\\x")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err).contains("names no variable");
    }

    @Test
    void jsonHoldsChangesAndVerdicts() {
        assertThat(run("diff", project, "--json", "--all")).isZero();
        JsonNode document = JsonMapper.shared().readTree(out);
        assertThat(document.get("files")).hasSize(6);
        JsonNode cached = document.get("files").get(5);
        assertThat(cached.get("path").asString()).isEqualTo("C:\\windows\\Installer\\1a2b.msi");
        assertThat(cached.get("after").get("size").asInt()).isEqualTo(9);
        assertThat(cached.get("verdict").get("included").asBoolean()).isFalse();
        assertThat(cached.get("verdict").get("rule").asString()).isEqualTo("msi.cached-package");
        assertThat(document.get("registry").get(1).get("after").get("text").asString())
                .isEqualTo("\u001b[31mred");
        assertThat(document.get("excluded").get("values").get("added").asInt()).isEqualTo(1);
        assertThat(run("diff", project, "--json")).isZero();
        assertThat(JsonMapper.shared().readTree(out).get("files")).hasSize(4);
    }

    @Test
    void jsonHoldsTheHashesOfWhatIsThereWhenAskedFor() throws IOException {
        Path content = project.resolve("content/C/Program Files/App/bin/app.exe");
        Files.createDirectories(content.getParent());
        Files.writeString(content, "abc");
        assertThat(run("diff", project, "--json", "--hash")).isZero();
        JsonNode files = JsonMapper.shared().readTree(out).get("files");
        assertThat(files.get(2).get("sha256").asString())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        for (int other : new int[] {0, 1, 3}) {
            assertThat(files.get(other).has("sha256"))
                    .as("a folder, or deleted")
                    .isFalse();
        }
        assertThat(run("diff", project, "--json")).isZero();
        assertThat(out).doesNotContain("sha256");
        assertThat(run("diff", project, "--hash")).isEqualTo(ExitCode.WRONG_USE);
        Files.delete(content);
        assertThat(run("diff", project, "--json", "--hash")).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("app.exe");
    }

    @Test
    void aDecisionIsWrittenToldAndTakenBack() throws IOException {
        assertThat(run("exclude", project, "C:\\Program Files\\App", "--reason", "not needed"))
                .isZero();
        assertThat(out)
                .contains("which means 4 of the capture's changes")
                .contains("Turned: 3 of the files and folders, 0 of the keys and values")
                .contains("Undo: ctnr exclude --undo " + project + " 'C:\\Program Files\\App'");
        assertThat(run("diff", project, "--all", "--files")).isZero();
        assertThat(out).contains("(excluded by verdicts.yml:3: not needed)");

        assertThat(run("include", project, "C:\\Program Files\\App\\bin\\x.tmp"))
                .isZero();
        assertThat(run("diff", project, "--files")).isZero();
        assertThat(out).contains("App\\bin\\").contains("x.tmp").doesNotContain("app.exe");

        assertThat(run("exclude", project, "C:\\Program Files\\App", "--undo")).isZero();
        assertThat(run("diff", project, "--files")).isZero();
        assertThat(out).contains("app.exe").contains("x.tmp");
        assertThat(run("exclude", project, "C:\\Program Files\\App", "--undo")).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void whatAProgramMadeIsLeftOutByItsName() throws IOException {
        assertThat(run("exclude", project, "**", "--process", "up*.exe")).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("nothing in", "** (made by up*.exe)");
        Files.writeString(
                project.resolve("changes/processes.jsonl"),
                "{\"id\":1,\"pid\":9,\"image\":\"D:\\\\updater.exe\",\"command\":\"\",\"started\":\"2026-01-31T12:00:00Z\"}\n");
        Path files = project.resolve("changes/files.jsonl");
        Files.writeString(
                files,
                Files.readString(files)
                        .replace(
                                "12345,\"modified\":\"2026-01-31T12:00:00Z\"}",
                                "12345,\"modified\":\"2026-01-31T12:00:00Z\"},\"by\":1,\"at\":\"2026-01-31T12:00:00Z\""));

        assertThat(run("exclude", project, "**", "--process", "up*.exe")).isZero();
        assertThat(out)
                .contains("** (made by up*.exe), which means 1 of the capture's changes")
                .contains("Undo: ctnr exclude --undo " + project + " --process 'up*.exe' '**'");
        assertThat(run("diff", project, "--files")).isZero();
        assertThat(out).contains("Old.txt").doesNotContain("app.exe");
        assertThat(run("exclude", project, "**", "--process", "C:\\up.exe")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err).contains("without a path");
    }

    @Test
    void aDryRunChangesNothing() {
        assertThat(run("exclude", project, "HKCU\\Software\\App", "--value", "Count", "--dry-run"))
                .isZero();
        assertThat(out).contains("Would be excluded").contains("Turned: 0 of the files and folders, 1 of the keys");
        assertThat(project.resolve("verdicts.yml")).doesNotExist();
    }

    @Test
    void aPatternThatMatchesNothingIsRefused() {
        assertThat(run("exclude", project, "C:\\Nowhere")).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("matches C:\\Nowhere").contains("--force");
        assertThat(project.resolve("verdicts.yml")).doesNotExist();
        assertThat(run("exclude", project, "C:\\Nowhere", "--force")).isZero();
        assertThat(project.resolve("verdicts.yml")).exists();
        assertThat(run("exclude", project, "Program Files\\x")).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void aDamagedProjectIsToldInOneSentence() throws IOException {
        Files.writeString(project.resolve("changes/registry.jsonl"), "{\"key\":\n");
        assertThat(run("diff", project)).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("registry.jsonl, line 1 is damaged").doesNotContain("\tat ");
        assertThat(run("diff", temp)).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("is no capture project");
    }

    private int run(Object... arguments) {
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        String[] words = new String[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            words[i] = arguments[i].toString();
        }
        int code = Ctnr.commandLine()
                .setOut(new PrintWriter(outText))
                .setErr(new PrintWriter(errText))
                .execute(words);
        out = outText.toString().replace("\r\n", "\n");
        err = errText.toString();
        return code;
    }
}
