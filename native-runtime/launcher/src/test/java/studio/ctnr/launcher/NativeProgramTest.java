package studio.ctnr.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the programs' headers promise, by Microsoft's "PE Format". */
class NativeProgramTest {
    private static final int HIGH_ENTROPY = 0x20;
    private static final int DYNAMIC_BASE = 0x40;
    private static final int NX_COMPATIBLE = 0x100;
    private static final int RELOCATIONS_STRIPPED = 1;
    private static final int CONTROL_FLOW_GUARD = 0x4000;
    private static final String BUILT = "target/classes/studio/ctnr/launcher";
    private static final List<String> PROGRAMS =
            List.of("x64/launcher.exe", "x64/ctnr.dll", "x86/ctnr.dll", "x64/capture.exe", "x86/capture.exe");

    @ParameterizedTest
    @EnumSource
    void isHardenedAndCarriesNoTime(NativeProgram program) throws IOException {
        ByteBuffer image = read(program);
        int header = image.getInt(0x3c);
        boolean wide = image.getShort(header + 4) == (short) 0x8664;
        assertThat(wide).isEqualTo(!program.name().endsWith("X86"));
        assertThat(image.getInt(header + 8)).as("time stamp").isZero();
        assertThat(image.getShort(header + 22) & RELOCATIONS_STRIPPED).isZero();
        int wanted = DYNAMIC_BASE | NX_COMPATIBLE | (wide ? HIGH_ENTROPY : 0);
        assertThat(image.getShort(header + 24 + 70) & wanted).isEqualTo(wanted);
        int relocations = header + 24 + (wide ? 112 : 96) + 5 * 8;
        assertThat(image.getInt(relocations + 4)).as("relocations").isPositive();
    }

    /** Control Flow Guard is not among the promises: mingw's compiler makes no checks for it. */
    @ParameterizedTest
    @EnumSource
    void makesNoPromiseOfControlFlowGuard(NativeProgram program) throws IOException {
        ByteBuffer image = read(program);
        int header = image.getInt(0x3c);
        assertThat(image.getShort(header + 24 + 70) & CONTROL_FLOW_GUARD).isZero();
    }

    @Test
    void theRuntimeAddsLessThanAMegabyteToAContainer() throws IOException {
        int size = 0;
        for (NativeProgram program : ContainerRuntime.files().values()) {
            size += read(program).capacity();
        }
        assertThat(size).isLessThan(1 << 20);
    }

    /** In another folder, from the same sources, by the same compiler. */
    @Test
    void aBuildElsewhereGivesTheSameBytes(@TempDir Path elsewhere) throws Exception {
        Path copy = elsewhere.resolve("a-longer-way-to-the-sources/launcher");
        copy(Path.of("src/main/c"), copy.resolve("src/main/c"));
        try (Stream<Path> rules = Files.list(Path.of(""))) {
            for (Path rule : rules.filter(file -> file.toString().matches("Makefile|.*\\.mk"))
                    .toList()) {
                Files.copy(rule, copy.resolve(rule));
            }
        }
        String version =
                Files.readString(Path.of("target/native/version.h")).replaceAll("(?s).*VERSION \"(.*?)\".*", "$1");
        Process make = new ProcessBuilder("make", "--silent", "--jobs=2", "VERSION=" + version, "all")
                .directory(copy.toFile())
                .inheritIO()
                .start();
        assertThat(make.waitFor()).isZero();
        for (String program : PROGRAMS) {
            assertThat(copy.resolve(BUILT).resolve(program)).hasSameBinaryContentAs(Path.of(BUILT, program));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                Files.createDirectories(target.getParent());
                Files.copy(each, target);
            }
        }
    }

    private static ByteBuffer read(NativeProgram program) throws IOException {
        try (InputStream in = program.open()) {
            return ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
