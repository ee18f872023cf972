package studio.ctnr.container.hive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher's regf, in C, and this package's agree: on every hive both write the same bytes, or both refuse it for the
 * same reason at the same byte.
 */
class NativeRegfTest {
    private static final int MUTANTS = 10_000;

    private static NativeRegf regf;

    @TempDir
    private Path folder;

    @BeforeAll
    @BeforeContainer
    static void open() throws IOException {
        regf = new NativeRegf();
    }

    @AfterAll
    @AfterContainer
    static void close() throws IOException {
        regf.close();
    }

    /** Whether both accept the hive. */
    private static boolean agree(byte[] hive) throws IOException {
        NativeRegf.Answer expected = NativeRegf.java(hive);
        NativeRegf.Answer found = regf.read(hive);
        assertThat(found.refusal()).isEqualTo(expected.refusal());
        assertThat(found.hive()).isEqualTo(expected.hive());
        return found.hive() != null;
    }

    @Property(tries = 300)
    void anyTreeIsReadAndWrittenAlike(@ForAll(supplier = AnyTree.class) HiveKey tree) throws IOException {
        byte[] hive = new HiveBytes(tree).bytes;
        assertThat(agree(hive)).isTrue();
        assertThat(regf.read(hive).hive()).isEqualTo(hive);
    }

    @Test
    void mutantsAreAcceptedWithTheSameContentOrRefusedAtTheSameByte() throws IOException {
        byte[] good = HiveMutationTest.good();
        int[] words = IntStream.range(0, good.length / 4)
                .filter(word -> LittleEndian.integer(good, 4 * word) != 0)
                .toArray();
        Random random = new Random(20_261_126);
        int accepted = 0;
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = good.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                HiveMutationTest.damage(mutant, 4 * words[random.nextInt(words.length)], random);
            }
            accepted += agree(mutant) ? 1 : 0;
        }
        assertThat(accepted).isBetween(MUTANTS / 50, MUTANTS - MUTANTS / 4);
    }

    @Test
    void whatIsCutOffIsRefusedAlike() throws IOException {
        byte[] good = HiveMutationTest.good();
        Random random = new Random(8);
        for (int i = 0; i < 500; i++) {
            assertThat(agree(Arrays.copyOf(good, random.nextInt(good.length)))).isFalse();
        }
    }

    @Test
    void listsOfEveryKindAndKeysInAnyOrderAreReadAlike() throws IOException {
        HiveKey root = HiveKey.root("ROOT");
        for (int i = 0; i < 40; i++) {
            root.childOrCreate("Key " + i).put(RegistryValue.dword("number", i));
        }
        Random random = new Random(3);
        for (int i = 0; i < 400; i++) {
            HiveBytes hive = new HiveBytes(root);
            int one = hive.entry(hive.root(), random.nextInt(40));
            int other = hive.entry(hive.root(), random.nextInt(40));
            int swapped = hive.get(one);
            hive.put(one, hive.get(other)).put(other, swapped);
            int node = hive.child(hive.root(), random.nextInt(40));
            if (i % 2 == 0) {
                hive.put(
                        node + KeyNode.NAME + 4,
                        hive.get(hive.child(hive.root(), random.nextInt(40)) + KeyNode.NAME + 4));
            }
            hive.bytes[hive.list(hive.root()) + 1] = (byte) (i % 3 == 0 ? 'f' : 'h');
            agree(hive.bytes);
        }
    }

    @Test
    void hivesThatHivexWroteAreReadAlike() throws Exception {
        StringBuilder reg = new StringBuilder("Windows Registry Editor Version 5.00\n\n[\\Anbieter Größe]\n@=\"x\"\n");
        reg.append("\"ключ\"=dword:fffffffe\n\"odd\"=hex(ffff0012):01,02,03\n\"large\"=hex:00")
                .append(",5a".repeat(40_000))
                .append("\n\n");
        for (int i = 0; i < 1500; i++) {
            reg.append("[\\Anbieter Größe\\Ключ ")
                    .append(i)
                    .append("]\n\"i\"=dword:")
                    .append("%08x\n\n".formatted(i));
        }
        Path file = folder.resolve("hivex.hiv");
        Hive.empty().write(file);
        Hivex.merge(file, reg.toString());
        assertThat(agree(Files.readAllBytes(file))).isTrue();
        Hivex.shell(file, "cd Anbieter Größe", "cd Ключ 7", "del", "add new", "commit");
        assertThat(agree(Files.readAllBytes(file))).isTrue();
    }
}
