package studio.ctnr.container.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.Progress;
import studio.ctnr.container.archive.manifest.ArchiveException;
import studio.ctnr.container.archive.manifest.ArchiveFault;
import studio.ctnr.container.archive.manifest.Damage;

class DamagedArchiveTest {
    private static final String BIG = "rootfs/ProgramFiles/App/big.dat";

    @TempDir
    private static Path shared;

    @TempDir
    private Path temporary;

    private static byte[] small;
    private static byte[] large;

    @BeforeAll
    static void build() throws IOException {
        Path folder = Files.createDirectories(shared.resolve("small"));
        Files.writeString(folder.resolve("config.yml"), "id: small");
        Files.writeString(folder.resolve("config.yml:stream"), "of its own");
        Files.write(folder.resolve("data"), SampleContainer.noise(700, 9));
        small = built(folder);
        large = built(SampleContainer.create(shared.resolve("large")));
    }

    private static byte[] built(Path folder) throws IOException {
        Path file = folder.resolveSibling(folder.getFileName() + ".ctnr");
        new ArchiveBuilder(SampleContainer.INFO).build(folder, file);
        return Files.readAllBytes(file);
    }

    @Test
    void changed_bytes_in_every_region_of_a_small_archive_are_noticed() throws IOException {
        Random random = new Random(1);
        for (int at = 0; at < small.length; at += 1 + random.nextInt(9)) {
            byte[] changed = small.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(fault(changed)).as("byte " + at).isNotNull();
        }
    }

    @Test
    void changed_bytes_anywhere_in_a_larger_archive_are_noticed_and_nothing_is_unpacked() throws IOException {
        Random random = new Random(2);
        for (int i = 0; i < 25; i++) {
            byte[] changed = large.clone();
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(fault(changed)).as("byte " + at).isNotNull();
            refusesToUnpack(changed);
        }
    }

    @Test
    void an_archive_that_is_cut_short_anywhere_is_said_to_be() throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < 100; i++) {
            int length = random.nextInt(large.length);
            assertThat(fault(Arrays.copyOf(large, length)))
                    .as("length " + length)
                    .isEqualTo(ArchiveFault.TRUNCATED);
        }
        for (int length = 0; length < small.length; length += 7) {
            assertThat(fault(Arrays.copyOf(small, length)))
                    .as("length " + length)
                    .isEqualTo(ArchiveFault.TRUNCATED);
        }
    }

    @Test
    void a_verification_names_every_damaged_file_and_no_other() throws IOException {
        Path file = Files.write(temporary.resolve("x.ctnr"), large);
        long before;
        try (Archive archive = Archive.open(file)) {
            before = archive.fileSize() - archive.packedSize();
        }
        byte[] changed = large.clone();
        // the second frame of three holds nothing but a part of the one big file
        int at = (int) before + (int) ((changed.length - before) * 0.7);
        changed[at] ^= 1;
        List<Damage> damages = verified(changed).damages();
        assertThat(damages).extracting(Damage::path).contains("payload.tar.zst", BIG);
        assertThat(damages).extracting(Damage::path).doesNotContain("config.yml");
    }

    private void refusesToUnpack(byte[] bytes) throws IOException {
        Path file = Files.write(temporary.resolve("changed.ctnr"), bytes);
        assertThatExceptionOfType(ArchiveException.class)
                .isThrownBy(() -> ArchiveRoundTripTest.extract(file, temporary.resolve("goal"), false));
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).containsExactly(file);
        }
    }

    /** Why the archive is refused; null when it is not. */
    private ArchiveFault fault(byte[] bytes) throws IOException {
        try {
            return verified(bytes).damages().stream()
                    .map(Damage::fault)
                    .findFirst()
                    .orElse(null);
        } catch (ArchiveException refusal) {
            return refusal.fault();
        }
    }

    private Verification verified(byte[] bytes) throws IOException {
        Path file = Files.write(temporary.resolve("changed.ctnr"), bytes);
        try (Archive archive = Archive.open(file)) {
            return archive.verify(Progress.NONE);
        }
    }
}
