package studio.ctnr.container.hive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Good hives, damaged in thousands of ways: each is read or refused with a word, quickly, and in little memory. */
@Timeout(120)
class HiveMutationTest {
    private static final int TRIES = 10_000;
    private static final int[] TELLING = {
        0, 1, -1, 4, 8, -8, 0x20, 0x7fff_ffff, 0x8000_0000, 0xffff, 0x10000, 0x1000, 0x6972, 0x686c, 0x6b6e, 0x6264
    };

    @Test
    void readsOrRefusesWhateverBytesAreChanged() throws IOException {
        byte[] good = good();
        int[] words = IntStream.range(0, good.length / 4)
                .filter(word -> LittleEndian.integer(good, 4 * word) != 0)
                .toArray();
        Random random = new Random(20_260_101);
        int read = 0;
        for (int i = 0; i < TRIES; i++) {
            byte[] bad = good.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                damage(bad, 4 * words[random.nextInt(words.length)], random);
            }
            read += isRead(bad) ? 1 : 0;
        }
        assertThat(read).as("some damage is harmless, most is not").isBetween(TRIES / 50, TRIES - TRIES / 4);
    }

    @Test
    void readsOrRefusesWhateverIsCutOff() throws IOException {
        byte[] good = good();
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] cut = Arrays.copyOf(good, random.nextInt(good.length));
            assertThat(isRead(cut)).isFalse();
            LittleEndian.putInt(good, 40, Math.max(0, cut.length - 4096) & -4096);
            isRead(Arrays.copyOf(good, cut.length));
            good = good();
        }
    }

    /** @param at where a number or a text stands, since zeros alone are mostly data */
    static void damage(byte[] bytes, int at, Random random) {
        switch (random.nextInt(5)) {
            case 0 -> bytes[at + random.nextInt(4)] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at + random.nextInt(4)] = (byte) random.nextInt();
            case 2 -> LittleEndian.putInt(bytes, at, TELLING[random.nextInt(TELLING.length)]);
            case 3 -> LittleEndian.putInt(bytes, at, random.nextInt(bytes.length) & -8);
            default -> LittleEndian.putInt(bytes, at, LittleEndian.integer(bytes, random.nextInt(bytes.length - 4)));
        }
    }

    /** What is read holds no more than the file, and can be written and read again. */
    private static boolean isRead(byte[] bytes) throws IOException {
        HiveKey tree;
        try {
            tree = Hive.read(bytes, "mutant").root();
        } catch (HiveFormatException e) {
            assertThat(e.offset()).isBetween(0L, (long) bytes.length);
            return false;
        }
        assertThat(Trees.size(tree)).isLessThan(bytes.length);
        assertThat(Trees.content(new HiveBytes(tree).read())).isEqualTo(Trees.content(tree));
        return true;
    }

    static byte[] good() throws IOException {
        HiveKey root = HiveKey.root("ROOT");
        for (int i = 0; i < 6; i++) {
            HiveKey key = root.findOrCreate("Software\\Vendor " + i % 2 + "\\Ключ " + i);
            key.put(RegistryValue.text("", "default"));
            key.put(RegistryValue.dword("number", i));
            key.put(RegistryValue.binary("данные", new byte[10 * i]));
            key.setClassName(i % 3 == 0 ? "class" : null);
            key.setSecurity(new byte[] {(byte) (i % 2), 1, 2, 3});
        }
        root.put(RegistryValue.binary("big", new byte[17_000]));
        return new HiveBytes(root).bytes;
    }
}
