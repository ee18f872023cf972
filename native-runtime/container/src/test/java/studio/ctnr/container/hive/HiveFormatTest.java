package studio.ctnr.container.hive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms that a sound hive may have, though none is written here. */
class HiveFormatTest {
    private HiveKey root;
    private HiveBytes hive;

    @BeforeEach
    void makeHive() throws IOException {
        root = HiveKey.root("ROOT");
        for (String name : List.of("Alpha", "beta", "Gamma")) {
            root.childOrCreate(name).put(RegistryValue.text("name", name));
        }
        root.put(RegistryValue.binary("large", new byte[30_000]));
        hive = new HiveBytes(root);
    }

    private void assertReadsTheSame() throws IOException {
        assertThat(Trees.describe(hive.read())).isEqualTo(Trees.describe(root));
    }

    @Test
    void readsListsWithNameHints() throws IOException {
        hive.bytes[hive.list(hive.root()) + 1] = 'f';
        for (int i = 0; i < 3; i++) {
            int child = hive.child(hive.root(), i);
            hive.put(hive.entry(hive.root(), i) + 4, hive.get(child + KeyNode.NAME));
        }
        assertReadsTheSame();
    }

    @Test
    void readsListsWithoutHints() throws IOException {
        int list = hive.list(hive.root());
        for (int i = 0; i < 3; i++) {
            hive.put(list + 4 + 4 * i, hive.get(list + 4 + 8 * i));
        }
        hive.bytes[list + 1] = 'i';
        assertReadsTheSame();
    }

    @Test
    void readsListsOfListsThatItWrites() throws IOException {
        for (int i = 0; i < 1200; i++) {
            root.childOrCreate("key " + i);
        }
        hive = new HiveBytes(root);

        int list = hive.list(hive.root());
        assertThat(new String(hive.bytes, list, 2)).isEqualTo("ri");
        assertThat(LittleEndian.unsignedShort(hive.bytes, list + 2)).isEqualTo(3);
        assertReadsTheSame();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6})
    void readsVersionsWithBigData(int minor) throws IOException {
        hive.put(24, minor);
        assertReadsTheSame();
    }

    @Test
    void readsTheVersionBeforeBigData() throws IOException {
        root.removeValue("large");
        hive = new HiveBytes(root);
        hive.put(24, 3);
        assertReadsTheSame();
    }

    @Test
    void readsAHiveWithPaddingBehindIt() throws IOException {
        byte[] padded = Arrays.copyOf(hive.bytes, hive.bytes.length + 5000);
        assertThat(Trees.describe(Hive.read(padded, "padded").root())).isEqualTo(Trees.describe(root));
    }

    @Test
    void warnsOfAHiveThatWasNotClosed() throws IOException {
        Hive clean = Hive.read(hive.bytes, "clean.hiv");
        hive.put(4, 3);
        Hive dirty = Hive.read(hive.bytes, "dirty.hiv");

        assertThat(clean.warnings()).isEmpty();
        assertThat(dirty.warnings()).hasSize(2);
        assertThat(dirty.warnings().getFirst()).contains("dirty.hiv", "3 and 1", ".LOG1");
        assertThat(dirty.warnings().getLast()).contains("checksum");
        assertThat(Trees.describe(dirty.root())).isEqualTo(Trees.describe(root));
    }

    @Test
    void readsAHiveWithoutSecurityAndWritesItWithItsParents() throws IOException {
        hive.put(hive.child(hive.root(), 1) + KeyNode.SECURITY, -1);
        HiveKey read = hive.read();

        assertThat(read.child("beta").orElseThrow().security()).isEmpty();
        assertThat(new HiveBytes(read).read().child("beta").orElseThrow().security())
                .hasValue(SecurityDescriptor.everyone());
    }

    @Test
    void keepsTheFlagsOfLinksAndOfVirtualization() throws IOException {
        int beta = hive.child(hive.root(), 1);
        hive.putShort(beta + KeyNode.FLAGS, KeyFlags.COMP_NAME | KeyFlags.SYM_LINK);
        hive.bytes[beta + KeyNode.LONGEST_SUBKEY_NAME + 2] = 0x20;

        HiveBytes again = new HiveBytes(hive.read());

        int node = again.child(again.root(), 1);
        assertThat(LittleEndian.unsignedShort(again.bytes, node + KeyNode.FLAGS))
                .isEqualTo(KeyFlags.COMP_NAME | KeyFlags.SYM_LINK);
        assertThat(again.bytes[node + KeyNode.LONGEST_SUBKEY_NAME + 2]).isEqualTo((byte) 0x20);
    }

    @Test
    void marksTheRootAsWindowsDoes() {
        assertThat(LittleEndian.unsignedShort(hive.bytes, hive.root() + KeyNode.FLAGS))
                .isEqualTo(0x2c);
        assertThat(hive.get(36)).isEqualTo(0x20);
    }

    @Test
    void countsTheUsersOfSecurityInARing() throws IOException {
        root.child("beta").orElseThrow().setSecurity(new byte[] {1, 2});
        hive = new HiveBytes(root);

        int first = hive.follow(hive.root() + KeyNode.SECURITY);
        int second = hive.follow(hive.child(hive.root(), 1) + KeyNode.SECURITY);

        assertThat(List.of(hive.get(first + 12), hive.get(second + 12))).containsExactly(3, 1);
        List<Integer> ring = new ArrayList<>();
        for (int at : new int[] {first, second}) {
            ring.addAll(List.of(hive.follow(at + 4), hive.follow(at + 8)));
        }
        assertThat(ring).containsExactly(second, second, first, first);
    }

    @Test
    void hashesNamesInUpperCase() {
        assertThat(SubkeyListWriter.hash("aB")).isEqualTo('A' * 37 + 'B');
        assertThat(SubkeyListWriter.hash("ключ")).isEqualTo(SubkeyListWriter.hash("КЛЮЧ"));
    }
}
