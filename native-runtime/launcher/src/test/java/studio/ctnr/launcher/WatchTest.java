package studio.ctnr.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A watch of a folder is told what the view shows of a change, wherever it is made, and no more. */
class WatchTest extends OnMachine {
    @TempDir
    private Path folder;

    private TestContainer container(String bits) throws Exception {
        return TestContainer.of(folder.resolve("container"), bits, "tell_changes", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x64", "x86"})
    void whatTheContainerCoversOfTheHostIsNotTold(String bits) throws Exception {
        TestContainer container = container(bits);
        Path host = container.drive().resolve("watched");
        Path own = container.root.resolve("rootfs/Drives/C/watched");
        Layers.make(host, List.of(""), Layers.HOST);
        Layers.make(own, List.of(""), Layers.CONTAINER);

        Process process = container.start("--", "C:\\watched", "0", "last.txt");
        try (BufferedReader said = process.inputReader()) {
            assertThat(said.readLine()).isEqualTo("ready");
            Files.writeString(host.resolve("both.txt"), "changed");
            Files.delete(host.resolve("gone.txt"));
            Files.writeString(host.resolve("gone.txt"), "again");
            Files.move(host.resolve("gone.txt"), host.resolve("shown.txt"));
            Files.move(host.resolve("host2.txt"), host.resolve("own.txt"));
            Files.createDirectory(host.resolve("owndir"));
            Files.createFile(host.resolve("last.txt"));

            assertThat(said.readAllLines()).containsExactly("1 shown.txt", "2 host2.txt", "1 last.txt");
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        Layers.remove(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x64", "x86"})
    void aDriveIsWatchedWithAllThatTheContainerKeepsElsewhere(String bits) throws Exception {
        TestContainer container = container(bits);

        TestContainer.Said said = container.launch(
                "--",
                "C:\\",
                "1",
                "-",
                "C:\\Program Files\\watch-own",
                "C:\\ProgramData\\watch-own\\",
                "C:\\watch-own");

        assertThat(said.status()).as(String.join("\n", said.err())).isZero();
        assertThat(said.out())
                .containsExactlyInAnyOrder(
                        "ready", "1 Program Files\\watch-own", "1 ProgramData\\watch-own", "1 watch-own");
        assertThat(container.drive().resolve("watch-own")).doesNotExist();
    }

    /** The folder that is new to the drive is one that the container keeps elsewhere. */
    @ParameterizedTest
    @ValueSource(strings = {"x64", "x86"})
    void thatAFolderComesWhichTheContainerKeepsElsewhereIsTold(String bits) throws Exception {
        TestContainer container = container(bits);
        Path data = container.drive().resolve("ProgramData");
        Path aside = container.drive().resolve("ProgramData.aside");
        Files.move(data, aside);
        try {
            TestContainer.Said said = container.launch("--", "C:\\", "0", "-", "C:\\ProgramData\\");

            assertThat(said.status()).as(String.join("\n", said.err())).isZero();
            assertThat(said.out()).containsExactly("ready", "1 ProgramData");
            assertThat(data).doesNotExist();
        } finally {
            Files.move(aside, data);
        }
    }

    /** Wine has no NtNotifyChangeDirectoryFileEx, so that the runtime's own is called. */
    @ParameterizedTest
    @ValueSource(strings = {"x64", "x86"})
    void moreThanNamesIsRefusedAsByADiskThatDoesNotKnowIt(String bits) throws Exception {
        TestContainer container = TestContainer.of(folder.resolve("container"), bits, "watch_by_class", "")
                .withHives();
        Path host = container.drive().resolve("watched");
        Layers.make(host, List.of(""), Layers.HOST);

        TestContainer.Said said = container.launch("--registry", "keys", "--", "C:\\watched");

        assertThat(said.status()).as(String.join("\n", said.err())).isZero();
        assertThat(said.out()).containsExactly("3 c0000010", "2 c0000010", "1 00000103", "1 fresh");
        assertThat(Files.readAllLines(container.root.resolve("logs/events.log")))
                .singleElement()
                .asString()
                .contains("\"event\":\"watch-of-names-only\"", "C:\\\\watched", "0xC0000010");
        Layers.remove(host);
    }
}
