package studio.ctnr.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
            Process launcher = Capture.machine()
                    .program(
                            container.root.resolve("bin/launcher.exe"),
                            List.of("--entry", i % 2 == 0 ? "x64" : "x86", "--", BASE, "run", "2", "2", "600000"))
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            List<ProcessHandle> workers = started(launcher, said);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(1500)); // the moment is what is tried out
            ProcessHandle victim = i % 3 == 0 ? launcher.toHandle() : workers.get(random.nextInt(workers.size()));
            assertThat(victim.isAlive())
                    .as(() -> "it works until it is killed; said: " + said(said))
                    .isTrue();
            victim.destroyForcibly();
            victim.onExit().get(60, TimeUnit.SECONDS);
            launcher.destroyForcibly();
            for (ProcessHandle worker : workers()) {
                worker.destroyForcibly();
                worker.onExit().get(60, TimeUnit.SECONDS);
            }
            assertThat(said(said)) // the victim may be one that is just being started
                    .noneMatch(line -> line.startsWith("wrong") && !line.startsWith("wrong: can't start a process"));
            assertWhole(before);
            // a worker that finds what a killed one left calls it wrong, and ends before anybody kills it
            Layers.remove(container.root.resolve("rootfs/Drives/C").resolve(BASE.substring(3)));
        }
    }

    /** The workers of a launcher, once there are any: one that has ended starts none, and tells why. */
    private static List<ProcessHandle> started(Process launcher, Path said) throws Exception {
        List<ProcessHandle> workers = workers();
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120); workers.isEmpty(); workers = workers()) {
            assertThat(launcher.isAlive())
                    .as(() -> "the program starts; status " + launcher.exitValue() + ", said: " + said(said))
                    .isTrue();
            assertThat(System.nanoTime()).as("the program starts").isLessThan(end);
            launcher.waitFor(20, TimeUnit.MILLISECONDS);
        }
        return workers;
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

    /** The processes that work in the folder. */
    private static List<ProcessHandle> workers() {
        List<ProcessHandle> found = new ArrayList<>();
        ProcessHandle.allProcesses()
                .filter(each -> each.info().commandLine().orElse("").contains(" work "))
                .filter(each -> each.info().commandLine().orElse("").contains(BASE))
                .forEach(found::add);
        return found;
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
