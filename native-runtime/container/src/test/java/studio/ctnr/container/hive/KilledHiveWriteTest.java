package studio.ctnr.container.hive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.victim.Victim;

/** A process that is killed while it writes a hive leaves the old one or the new one, and the next write clears up. */
class KilledHiveWriteTest {
    private static final int TIMES = 10;

    @TempDir
    private Path folder;

    /** A hive whose content {@code seed} decides. */
    private static Hive hive(int seed) {
        Hive hive = Hive.empty();
        hive.root().setLastWritten(Instant.EPOCH);
        for (int i = 0; i < 3000; i++) {
            HiveKey key = hive.root().childOrCreate("Key " + i % 60);
            key.put(RegistryValue.text("Value " + i, "Text " + seed + " " + i));
        }
        return hive;
    }

    private static byte[] bytes(Hive hive) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        hive.write(bytes);
        return bytes.toByteArray();
    }

    static final class Writer {
        public static void main(String[] args) throws IOException {
            Path goal = Path.of(args[0]);
            Hive[] hives = {hive(0), hive(1)};
            Victim.work(round -> hives[round % 2].write(goal));
        }
    }

    @Test
    void leavesTheOldHiveOrTheNewOne() throws IOException {
        Path goal = folder.resolve("HKCU.hiv");
        byte[] one = bytes(hive(0));
        byte[] other = bytes(hive(1));
        Random random = new Random(10);
        int struck = 0;
        for (int i = 0; i < TIMES; i++) {
            Victim.kill(random, Writer.class, goal);
            assertThat(Files.readAllBytes(goal)).isIn(one, other);
            struck += left().size() > 1 ? 1 : 0;
            hive(0).write(goal);
            assertThat(left()).containsExactly(goal);
        }
        assertThat(struck).as("kills in the middle of the work").isGreaterThan(TIMES / 4);
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            return left.toList();
        }
    }
}
