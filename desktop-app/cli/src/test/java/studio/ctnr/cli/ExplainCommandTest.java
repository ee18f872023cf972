package studio.ctnr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.ContainerFolder;

class ExplainCommandTest {
    @TempDir
    private Path folder;

    private Path app;

    @BeforeEach
    void make() throws IOException {
        app = folder.resolve("app");
        ContainerFolder container = ContainerFolder.create(app);
        Files.writeString(container.config(), """
                id: "app"
                name: "App"
                version: "1"
                isolation: { filesystem: [{ path: 'C:\\Data\\**', mode: isolated }] }
                """);
        Files.createDirectories(app.resolve("rootfs/ProgramFiles/App"));
        Files.createFile(app.resolve("rootfs/ProgramFiles/App/.wh.old.txt"));
    }

    @Test
    void eachQuestionHasItsLine() {
        Call call = Call.of("explain", app, "C:\\Data\\x.txt");
        assertThat(call.exitCode()).isZero();
        assertThat(call.out())
                .contains("C:\\Data\\x.txt, for a 64-bit program")
                .contains("mode    isolated, by the rule C:\\Data\\** of config.yml")
                .contains("seen    nothing")
                .contains("write   goes to the container: rootfs/Drives/C/Data/x.txt");
        assertThat(Call.of("explain", app, "C:\\Program Files\\App\\old.txt").out())
                .contains("hidden  the host's, by rootfs/ProgramFiles/App/.wh.old.txt");
        assertThat(Call.of("explain", app, "C:\\Windows\\System32\\a.dll", "--arch", "x86")
                        .out())
                .contains("means   C:\\Windows\\SysWOW64\\a.dll");
        assertThat(Call.of("explain", app, "HKLM\\System\\Select").out()).contains("write   is refused");
    }

    @Test
    void programsGetTheSameAsJson() {
        Call call = Call.of("explain", app, "HKCU\\Software\\App", "--value", "X", "--json");
        assertThat(call.json().at("/subject").asString()).isEqualTo("VALUE");
        assertThat(call.json().at("/landing/place").asString()).isEqualTo("user/Registry/HKCU.hiv: Software\\App");
    }

    @Test
    void whatCanNotBeAskedIsToldFromWhatCan() {
        assertThat(Call.of("explain", app, "x\\y").exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(Call.of("explain", app, "C:\\x", "--value", "X").err()).contains("--value is about a registry key");
        assertThat(Call.of("explain", folder, "C:\\x").err()).contains("neither a container");
        assertThat(Call.of("explain", folder.resolve("none"), "C:\\x").exitCode())
                .isEqualTo(ExitCode.WRONG_USE);
        assertThat(Call.of("explain", app, "C:\\x", "--arch", "arm").exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }
}
