package studio.ctnr.container.hive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each way in which a file can lie ends in an error that names the byte. */
@Timeout(20)
class DamagedHiveTest {
    private HiveBytes hive;
    private int root;

    @BeforeEach
    void makeHive() throws IOException {
        HiveKey key = HiveKey.root("ROOT");
        key.childOrCreate("A").childOrCreate("Below").put(RegistryValue.text("text", "some text"));
        key.childOrCreate("B").setClassName("class");
        key.put(RegistryValue.binary("big", new byte[20_000]));
        key.put(RegistryValue.text("small", "more text"));
        hive = new HiveBytes(key);
        root = hive.root();
    }

    private void assertRefused(int offset, String problem) {
        HiveFormatException failure = catchThrowableOfType(HiveFormatException.class, hive::read);
        assertThat(failure).hasMessageStartingWith("test.hiv is not a sound registry hive: at byte " + offset + " (");
        assertThat(failure.offset()).isEqualTo(offset);
        assertThat(failure.problem()).contains(problem);
    }

    @Test
    void refusesWhatIsNoHive() {
        hive.put(0, 0x04034b50);
        assertRefused(0, "expected the signature \"regf\", found 0x04034b50");
        assertThatThrownBy(() -> Hive.read(new byte[0], "empty.hiv")).hasMessageContaining("the file ends here");
    }

    @Test
    void refusesATransactionLog() {
        hive.put(28, 6);
        assertRefused(28, "transaction logs");
    }

    @Test
    void refusesUnknownVersions() {
        hive.put(24, 7);
        assertRefused(24, "version 1.3 to 1.6, found 1.7");
    }

    @Test
    void refusesAFileThatIsCutShort() {
        byte[] half = Arrays.copyOf(hive.bytes, hive.bytes.length - 4096);
        assertThatThrownBy(() -> Hive.read(half, "half.hiv")).hasMessageContaining("at byte 40");
    }

    @Test
    void refusesABinThatIsNotThere() {
        hive.put(8192, 0);
        assertRefused(8192, "expected a bin");
    }

    @Test
    void refusesABinOfAWrongSize() {
        hive.put(4096 + 8, 0x7fff_f000);
        assertRefused(4096 + 8, "a bin's size");
    }

    @Test
    void refusesCellsOfSizeZeroOddOrPastTheirBin() {
        for (int size : new int[] {0, -4, -12, 1 << 20, Integer.MIN_VALUE}) {
            hive.put(4096 + 32, size);
            assertRefused(4096 + 32, "a cell's size");
        }
    }

    @Test
    void refusesReferencesThatLeadOutOfTheFile() {
        for (int reference : new int[] {0x7fff_fff8, -8, hive.bytes.length, 0, 3, 0x24}) {
            hive.put(hive.entry(root, 1), reference);
            assertRefused(hive.entry(root, 1), "where no cell in use begins");
        }
    }

    @Test
    void refusesAKeyThatLiesBelowItself() {
        hive.put(hive.entry(hive.child(root, 0), 0), hive.get(36));
        assertRefused(hive.entry(hive.child(root, 0), 0), "already in use");
    }

    @Test
    void refusesAListOfListsThatListsItself() {
        int list = hive.list(root);
        hive.bytes[list] = 'r';
        hive.bytes[list + 1] = 'i';
        hive.put(list + 4, hive.get(root + KeyNode.SUBKEY_LIST));
        assertRefused(list + 4, "already in use");
    }

    @Test
    void refusesTwoValuesThatShareTheirData() {
        int text = hive.value(hive.child(hive.child(root, 0), 0), 0);
        hive.put(text + KeyValue.DATA, hive.get(hive.value(root, 1) + KeyValue.DATA));
        assertRefused(text + KeyValue.DATA, "already in use");
    }

    @Test
    void refusesAbsurdCounts() {
        hive.put(root + KeyNode.SUBKEY_COUNT, -1);
        assertRefused(root + KeyNode.SUBKEY_COUNT, "4294967295 subkeys");
        hive.put(root + KeyNode.VALUE_COUNT, 0x3fff_ffff);
        assertRefused(root + KeyNode.VALUE_COUNT, "1073741823 values");
    }

    @Test
    void refusesAListThatIsLongerThanItsCell() {
        hive.putShort(hive.list(root) + 2, 0xffff);
        assertRefused(hive.list(root) + 2, "65535 entries");
    }

    @Test
    void refusesAValueThatClaimsTwoGigabytes() {
        hive.put(hive.value(root, 1) + KeyValue.DATA_SIZE, 0x7fff_ffff);
        assertRefused(hive.value(root, 1) + KeyValue.DATA_SIZE, "2147483647 bytes");
        hive.put(hive.value(root, 0) + KeyValue.DATA_SIZE, 0x7fff_ffff);
        assertRefused(hive.value(root, 0) + KeyValue.DATA_SIZE, "2147483647 bytes of data in 2 segments");
    }

    @Test
    void refusesDataInItsReferenceThatIsLongerThanFourBytes() {
        hive.put(hive.value(root, 1) + KeyValue.DATA_SIZE, 0x8000_0005);
        assertRefused(hive.value(root, 1) + KeyValue.DATA_SIZE, "at most 4 bytes");
    }

    @Test
    void refusesNamesThatGoPastTheirCell() {
        hive.putShort(hive.value(root, 1) + KeyValue.NAME_LENGTH, 0xffff);
        assertRefused(hive.value(root, 1) + KeyValue.NAME_LENGTH, "65535 bytes");
        hive.putShort(root + KeyNode.NAME_LENGTH, 0xffff);
        assertRefused(root + KeyNode.NAME_LENGTH, "65535 bytes");
    }

    @Test
    void refusesTwinsThatDifferInCaseOnly() {
        hive.bytes[hive.child(root, 1) + KeyNode.NAME] = 'a';
        assertRefused(hive.entry(root, 1), "two subkeys named \"a\"");
    }

    @Test
    void refusesABackSlashInAName() {
        hive.bytes[hive.child(root, 1) + KeyNode.NAME] = '\\';
        assertRefused(hive.child(root, 1) + KeyNode.NAME, "no back slash");
    }

    @Test
    void refusesASecurityDescriptorThatGoesPastItsCell() {
        int security = hive.follow(root + KeyNode.SECURITY);
        hive.put(security + 16, 0x7fff_ffff);
        assertRefused(security + 16, "2147483647 bytes");
    }

    @Test
    void refusesKeysDeeperThanWindowsLoads() throws IOException {
        HiveKey key = HiveKey.root("ROOT");
        key.findOrCreate("a\\".repeat(400));
        key.findOrCreate("b\\".repeat(400));
        hive = new HiveBytes(key);
        int deepest = hive.root();
        for (int level = 0; level < 399; level++) {
            deepest = hive.child(deepest, 0);
        }
        hive.put(hive.entry(deepest, 0), hive.get(hive.entry(hive.root(), 1)));
        hive.put(hive.root() + KeyNode.SUBKEY_COUNT, 1).putShort(hive.list(hive.root()) + 2, 1);

        assertThatThrownBy(hive::read).hasMessageContaining("deeper than 512 levels");
    }

    @Test
    void refusesATreeThatNeedsMoreMemoryThanThereIs() throws IOException {
        BaseBlock base = BaseBlock.read(hive.bytes, "test.hiv");

        assertThatThrownBy(() -> HiveReader.read(hive.bytes, base, "test.hiv", 20_000))
                .isInstanceOf(HiveFormatException.class)
                .hasMessageContaining("java -Xmx");
        assertThat(HiveReader.read(hive.bytes, base, "test.hiv", 30_000).children())
                .hasSize(2);
    }
}
