package studio.ctnr.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a trace says of a call: the function, where it landed, and what decided that. */
class TraceTest extends OnMachine {
    private static final String CONFIG = """
            entrypoints:
              - { name: "cmd", target: "C:\\\\Windows\\\\System32\\\\cmd.exe", default: true }
            isolation:
              filesystem:
                - { path: "C:\\\\alone\\\\**", mode: isolated }
              registry:
                - { path: "HKCU\\\\Software\\\\Alone\\\\**", mode: isolated }
            """;

    @TempDir
    private Path folder;

    private List<String> traced(String... lines) throws Exception {
        TestContainer container = new TestContainer(folder.resolve("container"), CONFIG);
        container.install("x64", "delete_on_close", "fleeting.exe");
        Files.writeString(
                container.root.resolve("rootfs/ProgramFiles/Test/run.bat"),
                "@echo off\r\n" + String.join("\r\n", lines) + "\r\n");
        assertThat(container
                        .launch("--trace", "--", "/c", "C:\\PROGRA~1\\Test\\run.bat")
                        .status())
                .isZero();
        return Files.readAllLines(container.root.resolve("logs/events.log"));
    }

    /** A line with these members, in this order. */
    private static Pattern line(String... members) {
        return Pattern.compile(".*\"time\":\".*Z\",\"process\":\\d+,\"thread\":\\d+,.*"
                + String.join(
                        ".*", List.of(members).stream().map(Pattern::quote).toList()) + ".*");
    }

    @Test
    void ofAFileItTellsTheCallTheLayerTheRuleAndThePlace() throws Exception {
        Files.writeString(Capture.machine().drive().resolve("hosted.txt"), "text");
        List<String> said = traced(
                "echo x>C:\\traced.txt",
                "mkdir C:\\alone",
                "echo y>C:\\alone\\traced.txt",
                "ren C:\\traced.txt renamed.txt",
                "C:\\PROGRA~1\\Test\\fleeting.exe C:\\fleeting.txt",
                "del C:\\hosted.txt");
        assertThat(said)
                .anyMatch(
                        line("\"event\":\"process-start\"", "\"path\":\"C:\\\\Program Files\\\\Test\\\\fleeting.exe\"")
                                .asMatchPredicate())
                .noneMatch(line("\"event\":\"process-start\"", "\"path\":\"", "rootfs", "\"command\"")
                        .asMatchPredicate())
                .anyMatch(line(
                                "\"event\":\"create\",\"api\":\"NtCreateFile\",\"path\":\"C:\\\\traced.txt\",\"layer\":\"none\"",
                                "\"mode\":\"merged\",\"status\":\"0x00000000\",\"at\":",
                                "rootfs\\\\Drives\\\\C\\\\traced.txt")
                        .asMatchPredicate())
                .anyMatch(line(
                                "\"api\":\"NtCreateFile\",\"path\":\"C:\\\\alone\\\\traced.txt\"",
                                "\"mode\":\"isolated\"",
                                "\"rule\":\"C:\\\\alone\\\\**\"")
                        .asMatchPredicate())
                .anyMatch(line(
                                "\"event\":\"query\",\"api\":\"NtQuery",
                                "Program Files\\\\Test\\\\run.bat",
                                "\"layer\":\"container\"")
                        .asMatchPredicate())
                .anyMatch(line("\"event\":\"rename\",\"api\":\"NtSetInformationFile\"", "C:\\\\renamed.txt")
                        .asMatchPredicate())
                .anyMatch(line(
                                "\"event\":\"delete\",\"api\":\"NtClose\",\"path\":\"C:\\\\fleeting.txt\"",
                                "\"layer\":\"container\"")
                        .asMatchPredicate())
                .anyMatch(line(
                                "\"event\":\"delete\",\"api\":\"NtClose\",\"path\":\"C:\\\\hosted.txt\"",
                                "\"layer\":\"host\"")
                        .asMatchPredicate());
    }

    @Test
    void ofAKeyAsWellAndOfAProcessWhoStartedIt() throws Exception {
        List<String> said =
                traced("reg add HKCU\\Software\\Alone\\Key /v one /d 1 /f", "reg delete HKCU\\Software\\Alone\\Key /f");
        assertThat(said)
                .anyMatch(line(
                                "\"event\":\"key-create\",\"api\":\"NtCreateKey\",\"key\":\"HKCU\\\\Software\\\\Alone\\\\Key\"",
                                "\"mode\":\"isolated\"",
                                "\"rule\":\"HKCU\\\\Software\\\\Alone\\\\**\"")
                        .asMatchPredicate())
                .anyMatch(line(
                                "\"event\":\"value-write\",\"api\":\"NtSetValueKey\"",
                                "Alone\\\\Key\"",
                                "\"layer\":\"container\"")
                        .asMatchPredicate())
                .anyMatch(line("\"event\":\"key-delete\",\"api\":\"NtDeleteKey\"", "Alone\\\\Key\"")
                        .asMatchPredicate())
                .anyMatch(line("\"event\":\"process\",\"api\":\"NtCreateUserProcess\"", "reg.exe")
                        .asMatchPredicate())
                .anyMatch(line("\"event\":\"process-start\",\"parent\":", "\"bits\":64", "reg.exe", "\"command\":")
                        .asMatchPredicate());
    }
}
