package studio.ctnr.engine.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.engine.inspect.ProgramFacts.Processor;

class InstallerFactsTest {
    private static final Path SAMPLES =
            Path.of("..", "..", "assets", "samples").toAbsolutePath().normalize();
    private static final Path TARGET = Path.of("target", "samples").toAbsolutePath();

    @TempDir
    private Path folder;

    private static Path made(String name) throws IOException, InterruptedException {
        Files.createDirectories(TARGET);
        int code = new ProcessBuilder(SAMPLES.resolve("make.sh").toString(), TARGET.toString(), name)
                .redirectErrorStream(true)
                .redirectOutput(TARGET.resolve("facts.log").toFile())
                .start()
                .waitFor();
        assertThat(code).as("make.sh " + name).isZero();
        return TARGET.resolve(name);
    }

    @Test
    void aPackageSaysWhatProductItIs() throws Exception {
        InstallerFacts facts = InstallerFacts.of(made("tally.msi"));

        assertThat(facts.installer().kind()).isEqualTo(InstallerKind.MSI);
        assertThat(facts.product()).hasValueSatisfying(name -> assertThat(name).startsWith("Tally"));
        assertThat(facts.version()).isPresent();
        assertThat(facts.publisher()).isPresent();
        assertThat(facts.database().orElseThrow().property("ProductCode"))
                .hasValueSatisfying(code -> assertThat(code).matches("\\{[0-9A-F-]{36}}"));
        assertThat(facts.database().orElseThrow().signed()).isFalse();
    }

    @Test
    void aProgramSaysWhatItIsMadeForAndWhetherItIsSigned() throws Exception {
        InstallerFacts facts = InstallerFacts.of(made("tally-setup.exe"));

        assertThat(facts.installer().kind()).isEqualTo(InstallerKind.NSIS);
        assertThat(facts.program().orElseThrow().processor()).isEqualTo(Processor.X86);
        assertThat(facts.program().orElseThrow().signature()).isEmpty();
        assertThat(facts.program().orElseThrow().icon()).isPresent();
    }

    @Test
    void aPackageThatIsCutShortAnywhereIsAPackageWithoutFacts() throws Exception {
        byte[] whole = Files.readAllBytes(made("tally.msi"));
        for (int length = 8; length < whole.length; length += 251) {
            Path cut = folder.resolve("cut.msi");
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThatCode(() -> InstallerFacts.of(cut)).as("cut at " + length).doesNotThrowAnyException();
        }
    }

    @Test
    void aPackageWithABrokenByteEndsToo() throws Exception {
        byte[] whole = Files.readAllBytes(made("tally.msi"));
        for (int at = 8; at < whole.length; at += 97) {
            byte[] broken = whole.clone();
            broken[at] ^= (byte) 0xff;
            Path file = folder.resolve("broken.msi");
            Files.write(file, broken);
            assertThatCode(() -> InstallerFacts.of(file)).as("broken at " + at).doesNotThrowAnyException();
        }
    }
}
