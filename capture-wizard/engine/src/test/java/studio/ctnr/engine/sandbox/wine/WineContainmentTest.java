package studio.ctnr.engine.sandbox.wine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.FileTree;
import studio.ctnr.container.Progress;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.SandboxSession;
import studio.ctnr.engine.sandbox.SandboxSettings;
import studio.ctnr.engine.sandbox.StepListener;

/** What an installer that means harm can't reach. */
class WineContainmentTest {
    @TempDir
    Path folder;

    private SandboxSession open(SandboxSettings settings, String workspace) throws Exception {
        return new WineSandbox().open(settings, folder.resolve(workspace), Progress.NONE);
    }

    @Test
    void theHostsFilesAreOutOfReach() throws Exception {
        Path secret = Samples.text(folder.resolve("home"), "secret.txt", "TOP SECRET");
        Path passwd = Path.of("/etc/passwd");
        assertThat(Files.readString(passwd)).contains("root:");
        Path batch = Samples.batch(
                folder.resolve("in"),
                "escape.bat",
                "type Z:\\etc\\passwd > C:\\found.txt 2>&1",
                "type " + unix(secret) + " >> C:\\found.txt 2>&1",
                "type " + unix(passwd) + " >> C:\\found.txt 2>&1",
                "type \\\\?\\unix\\proc\\1\\root" + secret.toString().replace('/', '\\') + " >> C:\\found.txt 2>&1",
                "echo x > " + unix(folder.resolve("home/planted.txt")),
                "echo x > \\\\?\\unix\\usr\\planted.txt",
                "echo x > \\\\?\\unix\\planted.txt",
                "echo x > D:\\planted.txt",
                "del D:\\escape2.txt",
                "echo own > \\\\?\\unix\\mnt\\prefix\\drive_c\\control.txt",
                "exit 0");
        Path beside = Samples.text(folder.resolve("in"), "escape2.txt", "stays");
        try (SandboxSession session = open(SandboxSettings.DEFAULT, "workspace")) {
            assertThat(session.run(InstallStep.of(batch), StepListener.NONE).exitCode())
                    .isZero();
            ChangeSet changes = session.finish();
            String found =
                    Files.readString(changes.content(WindowsPath.of("C:\\found.txt")), StandardCharsets.ISO_8859_1);
            assertThat(found).contains("ctnruser:").doesNotContain("root:").doesNotContain("TOP SECRET");
            // what goes through the same door to its own drive arrives, so that the door was open
            assertThat(changes.content(WindowsPath.of("C:\\control.txt"))).exists();
        }
        assertThat(folder.resolve("home/planted.txt")).doesNotExist();
        assertThat(Path.of("/usr/planted.txt")).doesNotExist();
        assertThat(Path.of("/planted.txt")).doesNotExist();
        assertThat(folder.resolve("in/planted.txt")).doesNotExist();
        assertThat(beside).hasContent("stays");
    }

    private static String unix(Path path) {
        return "\\\\?\\unix" + path.toString().replace('/', '\\');
    }

    @Test
    void theNetworkIsThereOnlyWhenAskedFor() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answer(server, calls));
            Path script = Samples.text(
                    folder.resolve("in"),
                    "call.js",
                    "var r = new ActiveXObject('Msxml2.XMLHTTP'); r.open('GET', 'http://127.0.0.1:%d/', false); r.send();"
                            .formatted(server.getLocalPort()));
            InstallStep step = InstallStep.of(script).withTimeLimit(Duration.ofMinutes(1));
            try (SandboxSession session = open(SandboxSettings.DEFAULT, "closed")) {
                session.run(step, StepListener.NONE);
            }
            assertThat(calls).hasValue(0);
            try (SandboxSession session = open(SandboxSettings.DEFAULT.withNetwork(true), "open")) {
                session.run(step, StepListener.NONE);
            }
            assertThat(calls).hasPositiveValue();
        }
    }

    private static void answer(ServerSocket server, AtomicInteger calls) {
        while (true) {
            try (Socket call = server.accept()) {
                calls.incrementAndGet();
                call.getOutputStream()
                        .write("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return;
            }
        }
    }

    @Test
    void nothingSurvivesASession() throws Exception {
        String mark = UUID.randomUUID().toString();
        Path batch = Samples.batch(folder.resolve("in"), "stay.bat", "start notepad.exe " + mark, "exit 0");
        try (SandboxSession session = open(SandboxSettings.DEFAULT, "workspace")) {
            session.run(InstallStep.of(batch).withTimeLimit(Duration.ofSeconds(20)), new StepListener() {
                @Override
                public void programStarted(long processId, String program) {
                    if (program.endsWith("notepad.exe")) {
                        session.cancel();
                    }
                }
            });
        } catch (CancellationException e) {
            assertThat(e).hasMessageContaining("cancelled");
        }
        assertThat(Samples.processes(mark)).isEmpty();
    }

    @Test
    void nothingSurvivesTheDeathOfThisProgram() throws Exception {
        String mark = UUID.randomUUID().toString();
        Path batch = Samples.batch(folder.resolve("in"), "stay.bat", "notepad.exe " + mark);
        Process capture = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneStep.class.getName(),
                        folder.resolve("workspace").toString(),
                        batch.toString())
                .redirectErrorStream(true)
                .start();
        try (var said = capture.inputReader()) {
            String line = said.readLine();
            while (line != null && !line.endsWith("notepad.exe")) {
                line = said.readLine();
            }
            assertThat(line).isNotNull();
            assertThat(Samples.processes(mark)).isNotEmpty();
            capture.destroyForcibly().waitFor();
        }
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!Samples.processes(mark).isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(Samples.processes(mark)).isEmpty();
        FileTree.delete(folder.resolve("workspace"));
    }
}
