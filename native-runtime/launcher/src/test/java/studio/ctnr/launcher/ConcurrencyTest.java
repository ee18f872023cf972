package studio.ctnr.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many processes change one folder of both layers at once, and some are killed meanwhile. {@code -Dctnr.stress.seconds}
 * and {@code -Dctnr.stress.kills} say how long and how often.
 */
class ConcurrencyTest extends OnMachine {
    private static final int SECONDS = Integer.getInteger("ctnr.stress.seconds", 15);
    private static final int KILLS = Integer.getInteger("ctnr.stress.kills", 20);

    /** No other program of this machine has it in its command line. */
    private static final String BASE = "C:\\stress-" + ProcessHandle.current().pid();

    @TempDir
    private Path folder;

    private TestContainer container;
    private Path host;

    @BeforeEach
    void make() throws Exception {
        container = new TestContainer(folder.resolve("container"), """
                entrypoints:
                  - { name: x64, target: "C:\\\\Program Files\\\\Test\\\\x64.exe" }
                  - { name: x86, target: "C:\\\\Program Files\\\\Test\\\\x86.exe" }
                  - { name: suspend, target: "C:\\\\Program Files\\\\Test\\\\suspend.exe" }
                """);
        container.install("x64", "stress", "x64.exe");
        container.install("x86", "stress", "x86.exe");
        host = container.drive().resolve(BASE.substring(3));
        Files.createDirectories(host);
    }

    @AfterEach
    void remove() throws IOException {
        Layers.remove(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x64", "x86"})
    void eightProcessesOfFourThreadsFindWhatEachOfThemLeft(String bits) throws Exception {
        Map<String, String> before = makeHost("192", "4096");
        TestContainer.Said said =
                container.launch("--entry", bits, "--", BASE, "run", "8", "4", String.valueOf(SECONDS * 1000));
        assertThat(said.out()).noneMatch(line -> line.startsWith("wrong")).hasSize(8);
        assertThat(said.status()).isZero();
        assertWhole(before);
    }

    @Test
    void whoeverIsKilledLeavesTheLayersWhole() throws Exception {
        Map<String, String> before = makeHost("24", "300000");
        Random random = new Random(SECONDS + KILLS);
        Path said = folder.resolve("said");
        for (int i = 0; i < KILLS; i++) {
            begin(i % 2 == 0 ? "x64" : "x86", said);
            List<ProcessHandle> workers = processes(ConcurrencyTest::isWorker);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(1500)); // the moment is what is tried out
            ProcessHandle victim = i % 3 == 0
                    ? processes(ConcurrencyTest::isLauncher).getFirst()
                    : workers.get(random.nextInt(workers.size()));
            assertThat(victim.isAlive())
                    .as(() -> "it works until it is killed; said: " + said(said))
                    .isTrue();
            kill(victim);
            processes(ConcurrencyTest::isLauncher).forEach(ConcurrencyTest::kill);
            processes(line -> true).forEach(ConcurrencyTest::kill);
            assertThat(said(said)) // the victim may be one that is just being started
                    .noneMatch(line -> line.startsWith("wrong") && !line.startsWith("wrong: can't start a process"));
            assertWhole(before);
            // a worker that finds what a killed one left calls it wrong, and ends before anybody kills it
            Layers.remove(container.root.resolve("rootfs/Drives/C").resolve(BASE.substring(3)));
        }
    }

    /** Until workers are at work. A launcher that Wine lost is started again: its start.exe says so then. */
    private void begin(String bits, Path said) throws Exception {
        for (int tries = 3; tries-- > 0; ) {
            Process started = Capture.machine()
                    .program(
                            container.root.resolve("bin/launcher.exe"),
                            List.of("--entry", bits, "--", BASE, "run", "2", "2", "600000"))
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
            while (processes(ConcurrencyTest::isWorker).isEmpty() && started.isAlive() && System.nanoTime() < end) {
                started.waitFor(20, TimeUnit.MILLISECONDS);
            }
            if (!processes(ConcurrencyTest::isWorker).isEmpty()) {
                return;
            }
            assertThat(started.isAlive()).as("the program starts in 120 s").isFalse();
            List<String> lines = said(said);
            assertThat(TestContainer.isLost(lines))
                    .as("lost by Wine; the launcher ended with status %d and said %s", started.exitValue(), lines)
                    .isTrue();
        }
        throw new AssertionError("Wine lost three launchers one after the other");
    }

    /** A thread that never goes on keeps its turn for ten seconds. */
    @ParameterizedTest
    @ValueSource(strings = {"x64", "x86"})
    void whoeverIsSuspendedInItsTurnKeepsNobodyWaiting(String bits) throws Exception {
        container.install(bits, "suspend_in_turn", "suspend.exe");
        Files.writeString(host.resolve("one"), "1");
        Files.writeString(host.resolve("other"), "2");
        TestContainer.Said said = container.launch("--entry", "suspend", "--", BASE);
        assertThat(said.out()).containsExactly("went on");
        assertThat(said.status()).isZero();
        assertThat(Layers.contents(host)).containsEntry("one", "1").containsEntry("other", "2");
    }

    private static List<String> said(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> makeHost(String count, String size) throws Exception {
        assertThat(container
                        .plain(TestContainer.testProgram("x64", "stress"), BASE, "make", count, size)
                        .status())
                .isZero();
        return Layers.contents(host);
    }

    /** Those of this test whose command line is such a one. */
    private static List<ProcessHandle> processes(Predicate<String> which) {
        return ProcessHandle.allProcesses()
                .filter(each -> {
                    String line = each.info().commandLine().orElse("");
                    return line.contains(BASE) && which.test(line);
                })
                .toList();
    }

    private static boolean isWorker(String line) {
        return line.contains(" work ");
    }

    /** What a test starts may be Wine's start.exe, which starts the launcher ({@code /exec}) and waits for it. */
    private static boolean isLauncher(String line) {
        return line.contains("--entry") && !line.contains("/exec");
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }

    private void assertWhole(Map<String, String> before) throws Exception {
        TestContainer.Said said = container.launch("--entry", "x64", "--", BASE, "check");
        assertThat(said.out()).noneMatch(line -> line.startsWith("wrong"));
        assertThat(said.status()).isZero();
        try (var walk = Files.walk(container.root)) {
            assertThat(walk.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(".wh..wh..copy") || name.equals("copies.journal"));
        }
        assertThat(Layers.contents(host)).isEqualTo(before);
    }
}
