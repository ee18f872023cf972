package studio.ctnr.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the programs' headers promise, by Microsoft's "PE Format". */
class NativeProgramTest {
    private static final int HIGH_ENTROPY = 0x20;
    private static final int DYNAMIC_BASE = 0x40;
    private static final int NX_COMPATIBLE = 0x100;
    private static final int RELOCATIONS_STRIPPED = 1;

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

    private static ByteBuffer read(NativeProgram program) throws IOException {
        try (InputStream in = program.open()) {
            return ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
