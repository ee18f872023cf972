package studio.ctnr.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several starts at the same moment: of two versions of one application, and of an application that runs once only. */
class AtTheSameMomentTest extends OnMachine {
    private static final String CONFIG = """
            entrypoints:
              - { name: "x64", target: 'C:\\Program Files\\Test\\x64.exe' }
              - { name: "x86", target: 'C:\\Program Files\\Test\\x86.exe' }
            """;

    @TempDir
    private Path folder;

    private TestContainer container(String name, String program) throws Exception {
        TestContainer container = new TestContainer(folder.resolve(name), CONFIG);
        container.install("x64", program, "x64.exe");
        container.install("x86", program, "x86.exe");
        return container;
    }

    /** Two that run at once meet by names of the machine's, so neither goes on without the other. */
    @ParameterizedTest
    @CsvSource({"x64, x64", "x64, x86", "x86, x86"})
    void twoVersionsSeeEachItsOwnFilesAndRegistry(String bits, String othersBits) throws Exception {
        TestContainer old = container("old", "side_by_side");
        TestContainer current = container("current", "side_by_side");
        assertThat(old.launch("--entry", bits, "--", "install", "1.0").status()).isZero();
        assertThat(current.launch("--entry", othersBits, "--", "install", "2.0").status())
                .isZero();

        Process first = old.start("--entry", bits, "--", "run", "1", "2");
        Process second = current.start("--entry", othersBits, "--", "run", "2", "1");
        try (BufferedReader said = first.inputReader();
                BufferedReader othersSaid = second.inputReader()) {
            assertThat(said.readAllLines())
                    .containsExactly("1.0 1.0 none version.txt", "1 1.0 1 last.txt of 1.txt version.txt");
            assertThat(othersSaid.readAllLines())
                    .containsExactly("2.0 2.0 none version.txt", "2 2.0 2 last.txt of 2.txt version.txt");
        }
        assertThat(end(first)).isZero();
        assertThat(end(second)).isZero();

        assertThat(old.launch("--entry", bits, "--", "look").out())
                .containsExactly("1.0 1.0 1 last.txt of 1.txt version.txt");
        assertThat(old.plain(TestContainer.testProgram(bits, "side_by_side"), "look")
                        .out())
                .as("what the host has")
                .containsExactly("none none none");
    }

    @ParameterizedTest
    @CsvSource({"window, x64, x64", "window, x64, x86", "pipe, x64, x64", "pipe, x86, x64"})
    void aSecondStartReachesTheFirst(String way, String bits, String othersBits) throws Exception {
        TestContainer container = container("app", "single_instance");
        Files.writeString(container.root.resolve("rootfs/Drives/C/one.txt"), "first");
        Files.writeString(container.root.resolve("rootfs/Drives/C/two.txt"), "second");
        Process first = container.start("--entry", bits, "--", way, "C:\\one.txt");
        try (BufferedReader said = first.inputReader()) {
            assertThat(said.readLine()).isEqualTo("opened C:\\one.txt: first");
            TestContainer.Said second = container.launch("--entry", othersBits, "--", way, "C:\\two.txt");
            assertThat(second.out()).containsExactly("passed on");
            assertThat(second.status()).isEqualTo(7);
            assertThat(said.readLine()).isEqualTo("opened C:\\two.txt: second");
            assertThat(first.isAlive()).isTrue();

            assertThat(container.launch("--entry", bits, "--", way, "quit").status())
                    .isEqualTo(7);
            assertThat(said.readLine()).isNull();
        }
        assertThat(end(first)).isZero();
    }

    /** As without containers; docs/runtime.md says so. */
    @Test
    void namesOfTheMachineAreSharedByContainers() throws Exception {
        TestContainer container = container("app", "single_instance");
        TestContainer other = container("other", "single_instance");
        Process first = container.start("--entry", "x64", "--", "pipe", "C:\\none.txt");
        try (BufferedReader said = first.inputReader()) {
            assertThat(said.readLine()).isEqualTo("opened C:\\none.txt: nothing");
            assertThat(other.launch("--entry", "x64", "--", "pipe", "quit").out())
                    .containsExactly("passed on");
            assertThat(said.readLine()).isNull();
        }
        assertThat(end(first)).isZero();
    }

    private static int end(Process process) throws Exception {
        assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
