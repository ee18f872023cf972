package studio.ctnr.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.jobs.JobRecord;
import studio.ctnr.workbench.jobs.JobState;

class TwoProcessesTest {
    @TempDir
    private Path temporary;

    @Test
    @Timeout(600)
    void two_processes_share_an_inventory_that_neither_had_made_and_each_id_is_given_once() throws Exception {
        Path archive = Samples.archive(temporary.resolve("alpha.ctnr"), "alpha");
        Path state = temporary.resolve("state");
        List<Process> both = List.of(start(state, archive), start(state, archive));
        int won = 0;
        for (Process process : both) {
            String answer = new String(process.getInputStream().readAllBytes()).strip();
            assertThat(process.waitFor()).isZero();
            won += Integer.parseInt(answer);
        }
        assertThat(won).isEqualTo(TwoWorkbenches.IDS);
        try (Workbench workbench = Workbench.open(new WorkbenchPlace(state), Optional.empty(), Clock.systemUTC())) {
            assertThat(workbench.inventory().list())
                    .hasSize(won)
                    .allSatisfy(container -> assertThat(container.folder()).isDirectory());
            assertThat(workbench.inventory().list())
                    .extracting(ContainerRecord::id)
                    .doesNotHaveDuplicates();
            assertThat(workbench.audit().latest(1000)).hasSize(2 * TwoWorkbenches.IDS);
            assertThat(workbench.jobs().latest(1000))
                    .extracting(JobRecord::state)
                    .containsOnly(JobState.DONE, JobState.FAILED);
        }
    }

    private static Process start(Path state, Path archive) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                TwoWorkbenches.class.getName(),
                state.toString(),
                archive.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
