package studio.ctnr.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that nobody here wrote do their work in a container; assets/samples/programs.sh fetches them. */
class RealProgramsTest extends OnMachine {
    private static Path programs;

    @TempDir
    private Path folder;

    private TestContainer container;
    private Path host;
    private Path own;

    @BeforeAll
    static void fetch() throws Exception {
        Path corpus = Path.of("target/corpus").toAbsolutePath();
        Process fetch = new ProcessBuilder("bash", "../../assets/samples/programs.sh", corpus.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(fetch.waitFor()).as("the programs are fetched").isZero();
        programs = corpus.resolve("programs");
    }

    @BeforeEach
    void make() throws Exception {
        container = new TestContainer(folder.resolve("container"), """
                entrypoints:
                  - { name: 7za-x64, target: "C:\\\\Program Files\\\\Test\\\\7za-x64.exe" }
                  - { name: 7za-x86, target: "C:\\\\Program Files\\\\Test\\\\7za-x86.exe" }
                  - { name: ninja, target: "C:\\\\Program Files\\\\Test\\\\ninja.exe" }
                  - { name: exiftool, target: "C:\\\\Program Files\\\\Test\\\\exiftool.exe" }
                """);
        for (String name : List.of("7za-x64.exe", "7za-x86.exe", "ninja.exe", "exiftool.exe")) {
            Files.copy(
                    programs.resolve(name),
                    container.root.resolve("rootfs/ProgramFiles/Test").resolve(name));
        }
        host = container.drive().resolve("work");
        own = container.root.resolve("rootfs/Drives/C/work");
        Files.createDirectories(host.resolve("in"));
        for (int i = 0; i < 40; i++) {
            Files.writeString(host.resolve("in").resolve("file " + i + ".txt"), "line of file\n".repeat(i * 100));
        }
    }

    @AfterEach
    void remove() throws IOException {
        Layers.remove(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7za-x64", "7za-x86"})
    void sevenZipPacksAFolderOfTheHostIntoTheContainerAndBack(String entry) throws Exception {
        Map<String, String> before = Layers.contents(host);
        assertThat(run(entry, "a", "C:\\work\\packed.7z", "C:\\work\\in").status())
                .isZero();
        assertThat(own.resolve("packed.7z")).exists();
        assertThat(run(entry, "x", "-oC:\\work\\out", "C:\\work\\packed.7z").status())
                .isZero();
        assertThat(Layers.contents(own.resolve("out/in"))).isEqualTo(Layers.contents(host.resolve("in")));
        assertThat(run(entry, "d", "C:\\work\\packed.7z", "in\\file 3.txt").status())
                .isZero();
        assertThat(run(entry, "l", "C:\\work\\packed.7z").out()).anyMatch(line -> line.contains("39 files"));
        assertThat(Layers.contents(host)).isEqualTo(before);
    }

    @Test
    void ninjaBuildsWhatIsOutOfDateAndNothingElse() throws Exception {
        String build = IntStream.range(0, 10)
                .mapToObj(i -> "build out\\%d.txt: copy in\\file$ %d.txt\n".formatted(i, i))
                .collect(Collectors.joining());
        Files.writeString(
                host.resolve("build.ninja"),
                "rule copy\n  command = cmd /c type $in > $out\n  description = copy $out\n" + build);
        Map<String, String> before = Layers.contents(host);
        assertThat(run("ninja", "-C", "C:\\work").status()).isZero();
        assertThat(own.resolve("out/9.txt")).hasSameTextualContentAs(host.resolve("in/file 9.txt"));
        assertThat(run("ninja", "-C", "C:\\work").out()).anyMatch(line -> line.contains("no work to do"));
        Files.delete(own.resolve("out/3.txt"));
        assertThat(run("ninja", "-C", "C:\\work").out()).anyMatch(line -> line.startsWith("[1/1]"));
        assertThat(Layers.contents(host)).isEqualTo(before);
    }

    @Test
    void exifToolWritesTheHostsPicturesInTheContainerOnly() throws Exception {
        for (int i = 0; i < 10; i++) {
            Files.write(host.resolve("in").resolve(i + ".jpg"), SMALLEST_JPEG);
        }
        TestContainer.Said said =
                run("exiftool", "-q", "-overwrite_original", "-Comment=seen", "-ext", "jpg", "C:\\work\\in");
        assertThat(said.status()).as(String.join("\n", said.err())).isZero();
        assertThat(run("exiftool", "-s3", "-Comment", "-ext", "jpg", "C:\\work\\in")
                        .out())
                .filteredOn("seen"::equals)
                .hasSize(10);
        for (int i = 0; i < 10; i++) {
            assertThat(host.resolve("in").resolve(i + ".jpg")).hasBinaryContent(SMALLEST_JPEG);
            assertThat(Files.size(own.resolve("in").resolve(i + ".jpg"))).isGreaterThan(SMALLEST_JPEG.length);
        }
    }

    @Test
    void twoVersionsOfOneApplicationRunSideBySide() throws Exception {
        TestContainer other = new TestContainer(folder.resolve("other"), """
                entrypoints:
                  - { name: main, target: "C:\\\\Program Files\\\\Test\\\\7za.exe" }
                """);
        TestContainer first = new TestContainer(folder.resolve("first"), """
                entrypoints:
                  - { name: main, target: "C:\\\\Program Files\\\\Test\\\\7za.exe" }
                """);
        for (var each : Map.of(first, "7za-x64.exe", other, "7za-x86.exe").entrySet()) {
            Files.copy(
                    programs.resolve(each.getValue()), each.getKey().root.resolve("rootfs/ProgramFiles/Test/7za.exe"));
            Files.createDirectories(each.getKey().root.resolve("rootfs/Drives/C/work"));
            Files.writeString(each.getKey().root.resolve("rootfs/Drives/C/work/who.txt"), each.getValue());
        }
        assertThat(first.launch("--", "a", "C:\\work\\who.7z", "C:\\work\\who.txt")
                        .out())
                .anyMatch(line -> line.contains("(x64)"));
        assertThat(other.launch("--", "a", "C:\\work\\who.7z", "C:\\work\\who.txt")
                        .out())
                .anyMatch(line -> line.contains("(x86)"));
        assertThat(first.launch("--", "e", "-so", "C:\\work\\who.7z").out()).containsExactly("7za-x64.exe");
        assertThat(other.launch("--", "e", "-so", "C:\\work\\who.7z").out()).containsExactly("7za-x86.exe");
        assertThat(host.resolve("who.7z")).doesNotExist();
    }

    private TestContainer.Said run(String entry, String... arguments) throws Exception {
        return container.launch(Stream.concat(Stream.of("--entry", entry, "--"), Arrays.stream(arguments))
                .toArray(String[]::new));
    }

    /** One grey pixel. */
    private static final byte[] SMALLEST_JPEG = HexFormat.of()
            .parseHex("ffd8ffdb004300" + "01".repeat(64) + "ffc0000b080001000101011100"
                    + "ffc4001400010000000000000000000000000000000009"
                    + "ffc40014100100000000000000000000000000000000"
                    + "ffda0008010100003f0054dfffd9");
}
