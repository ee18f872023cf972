package studio.ctnr.engine.projection.internal.pe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.ctnr.engine.projection.SamplePrograms;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.bytes.Damaged;
import studio.ctnr.engine.projection.internal.pe.PeImage.Machine;
import studio.ctnr.engine.projection.internal.pe.PeImage.Subsystem;

class PeImageTest {
    private final byte[] editor = SamplePrograms.bytes(SamplePrograms.editor());

    private static PeImage read(byte[] bytes) throws IOException {
        return PeImage.read(Bytes.of(bytes));
    }

    @Test
    void headersTellWhatAProgramIs() throws IOException {
        PeImage window = read(editor);
        assertThat(window.machine()).isEqualTo(Machine.X64);
        assertThat(window.subsystem()).isEqualTo(Subsystem.WINDOWS);
        assertThat(window.library()).isFalse();
        assertThat(window.managed()).isFalse();
        PeImage console = read(SamplePrograms.bytes(SamplePrograms.tool()));
        assertThat(console.subsystem()).isEqualTo(Subsystem.CONSOLE);
        assertThat(console.resources()).isEmpty();
        assertThat(read(SamplePrograms.bytes(SamplePrograms.editor32())).machine())
                .isEqualTo(Machine.X86);
    }

    @Test
    void iconsComeOutAsTheFilesThatTheyWereMadeOf() throws IOException {
        Resources resources = read(editor).resources().orElseThrow();
        byte[] first = Files.readAllBytes(SamplePrograms.firstIcon());
        byte[] second = Files.readAllBytes(SamplePrograms.secondIcon());
        assertThat(IconFile.of(resources, 0)).hasValue(first);
        assertThat(IconFile.of(resources, 1)).hasValue(second);
        assertThat(IconFile.of(resources, -101)).hasValue(second);
        assertThat(IconFile.of(resources, 2)).isEmpty();
        assertThat(IconFile.of(resources, -5)).isEmpty();
        assertThat(IconFile.of(resources, Integer.MIN_VALUE)).isEmpty();
    }

    @Test
    void theVersionResourceIsRead() throws IOException {
        VersionInfo version =
                VersionInfo.of(read(editor).resources().orElseThrow()).orElseThrow();
        assertThat(version.string("ProductName")).hasValue("Vector");
        assertThat(version.string("CompanyName")).hasValue("Vector Works");
        assertThat(version.version()).hasValue("3.1");
        assertThat(version.fileVersion()).isEqualTo("3.1.4.1");
    }

    @Test
    void whatIsNoProgramIsRefused() {
        assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(Damaged.class);
        assertThatThrownBy(() -> read("MZ but no more".getBytes())).isInstanceOf(Damaged.class);
        byte[] far = Arrays.copyOf(editor, editor.length);
        far[0x3f] = 0x7f;
        assertThatThrownBy(() -> read(far)).isInstanceOf(Damaged.class).hasMessageContaining("offset");
    }

    @Test
    void damageEndsInAnErrorOrAnAnswerWhereverItIs() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = editor.clone();
            for (int flips = 0; flips < 8; flips++) {
                boolean headers = random.nextBoolean();
                int from = headers ? 0 : resourcesStart();
                int at = from + random.nextInt(headers ? 1024 : Math.min(2048, damaged.length - from));
                damaged[at] = (byte) random.nextInt(256);
            }
            readAll(random.nextInt(4) == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged);
        }
    }

    private int resourcesStart() {
        for (int at = 0x188; ; at += 40) {
            if (new String(editor, at, 5, StandardCharsets.US_ASCII).equals(".rsrc")) {
                return ByteBuffer.wrap(editor, at + 20, 4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt();
            }
        }
    }

    private static void readAll(byte[] bytes) {
        try {
            Optional<Resources> resources = read(bytes).resources();
            if (resources.isPresent()) {
                IconFile.of(resources.get(), 0);
                VersionInfo.of(resources.get());
            }
        } catch (Damaged expected) {
            assertThat(expected).hasMessageContaining("offset");
        } catch (IOException | RuntimeException other) {
            fail("Damage must be told as such", other);
        }
    }
}
