package studio.ctnr.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The launcher and all that it started are killed at once, while keys of both layers are deleted and made again: at the next
 * start each is gone, or is the container's alone. {@code -Dctnr.stress.kills} says how often.
 */
class RegistryKilledTest extends OnMachine {
    private static final int KILLS = Integer.getInteger("ctnr.stress.kills", 12);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"x64, keys", "x86, keys", "x64, hive"})
    void aKeyThatWasBeingDeletedShowsNothingOfTheHostsAtTheNextStart(String bits, String holder) throws Exception {
        TestContainer container = TestContainer.of(folder.resolve("container"), bits, "registry_killed", "");
        if (holder.equals("hive")) {
            container.withHives();
        }
        String key = "Software\\Killed " + bits + " in " + holder;
        assertThat(container
                        .plain(TestContainer.testProgram(bits, "registry_killed"), key, "host")
                        .status())
                .isZero();
        Random random = new Random();
        for (int i = 0; i < KILLS; i++) {
            Process launcher = container.start("--registry", holder, "--", key, "loop");
            try (BufferedReader said = launcher.inputReader()) {
                assertThat(said.readLine()).isEqualTo("begun");
                List<ProcessHandle> all = processes(key);
                TimeUnit.MICROSECONDS.sleep(random.nextInt(50_000)); // the moment is what is tried out
                all.forEach(ProcessHandle::destroyForcibly);
                assertThat(said.readLine()).as("all are gone").isNull();
            }
            assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
            TestContainer.Said left = container.launch("--registry", holder, "--", key, "look");
            assertThat(left.out()).as("after kill %d", i).noneMatch(line -> line.startsWith("wrong"));
            assertThat(left.status()).isZero();
        }
    }

    /** The application before the launcher, which would put its registry away. */
    private static List<ProcessHandle> processes(String key) {
        return ProcessHandle.allProcesses()
                .filter(each -> words(each).contains(key))
                .sorted((one, other) -> Boolean.compare(isLauncher(one), isLauncher(other)))
                .toList();
    }

    private static boolean isLauncher(ProcessHandle each) {
        return words(each).contains("launcher.exe");
    }

    private static String words(ProcessHandle of) {
        return of.info().commandLine().orElse("");
    }
}
