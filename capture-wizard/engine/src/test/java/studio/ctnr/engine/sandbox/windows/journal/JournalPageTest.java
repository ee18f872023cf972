package studio.ctnr.engine.sandbox.windows.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class JournalPageTest {
    private static final FileId FILE = new FileId(0x0005_0000_0000_1234L, 0);
    private static final FileId FOLDER = new FileId(0x0001_0000_0000_0005L, 0);

    @Test
    void readsTheFieldsWhereTheDocumentationPutsThem() throws IOException {
        byte[] bytes = HexFormat.of()
                .parseHex(
                        (
                        // the next USN
                        "8877665544332211"
                                // RecordLength 64, MajorVersion 2, MinorVersion 0
                                + "40000000" + "0200" + "0000"
                                // FileReferenceNumber, ParentFileReferenceNumber
                                + "3412000000000500" + "0500000000000100"
                                // Usn, TimeStamp
                                + "0001000000000000" + "0000000000000000"
                                // Reason: FILE_CREATE, CLOSE; SourceInfo, SecurityId, FileAttributes: a folder
                                + "00010080" + "00000000" + "00000000" + "10000000"
                                // FileNameLength, FileNameOffset, FileName: aé
                                + "0400" + "3C00" + "6100e900"));
        JournalPage page = JournalPage.read(ByteBuffer.wrap(bytes));
        assertThat(page.next()).isEqualTo(0x1122_3344_5566_7788L);
        assertThat(page.records()).containsExactly(new JournalRecord(FILE, FOLDER, "aé", 0x8000_0100, true));
    }

    @Test
    void readsBothVersionsOfRecordsAndPassesOverTheRangesOfVersion4() throws IOException {
        FileId wide = new FileId(7, 0x1111);
        JournalPage page = JournalPage.read(RecordBytes.page(
                9,
                List.of(
                        RecordBytes.version2(FILE.low(), FOLDER.low(), 0x2, 0x20, "file.txt"),
                        RecordBytes.version4(),
                        RecordBytes.version3(wide, FOLDER, 0x1000, 0x10, "日本"),
                        RecordBytes.version2(FILE.low(), FOLDER.low(), 0x4, 0x20, ""))));
        assertThat(page.records())
                .containsExactly(
                        new JournalRecord(FILE, FOLDER, "file.txt", 0x2, false),
                        new JournalRecord(wide, FOLDER, "日本", 0x1000, true),
                        new JournalRecord(FILE, FOLDER, "", 0x4, false));
    }

    @Test
    void keepsNamesThatAreNotUnicode() throws IOException {
        ByteBuffer page = RecordBytes.page(1, List.of(RecordBytes.version2(FILE.low(), FOLDER.low(), 1, 0, "ab")));
        page.putChar(8 + 60, '\udc00');
        assertThat(JournalPage.read(page).records())
                .extracting(JournalRecord::name)
                .containsExactly("\udc00b");
    }

    @Test
    void aPageOfNothingSaysWhereItEnds() throws IOException {
        assertThat(JournalPage.read(RecordBytes.page(42, List.of()))).isEqualTo(new JournalPage(42, List.of()));
    }

    @Test
    void namesTheRecordThatIsDamaged() {
        byte[] good = RecordBytes.version2(FILE.low(), FOLDER.low(), 1, 0, "name");
        assertThatThrownBy(() -> JournalPage.read(ByteBuffer.allocate(7))).hasMessageContaining("7 bytes");
        assertDamaged(good, 0, 0, "its length is 0");
        assertDamaged(good, 0, 7, "its length is 7");
        assertDamaged(good, 0, 1 << 20, "its length is 1048576");
        assertDamaged(good, 0, -8, "its length is -8");
        assertDamaged(good, 0, 56, "its fields take 60");
        assertDamaged(good, 4, 1, "version 1 is not known");
        assertDamaged(good, 4, 5, "version 5 is not known");
        assertDamaged(good, 56, 0x003C_0007, "a name of 7 bytes");
        assertDamaged(good, 56, 0x003C_0100, "a name of 256 bytes at 60");
        assertDamaged(good, 56, 0x003A_0008, "a name of 8 bytes at 58");
        assertDamaged(good, 56, 0xFFFF_FFFE, "a name of 65534 bytes at 65535");
    }

    private static void assertDamaged(byte[] good, int at, int value, String why) {
        ByteBuffer record = ByteBuffer.wrap(good.clone()).order(ByteOrder.LITTLE_ENDIAN);
        record.putInt(at, value);
        ByteBuffer page = RecordBytes.page(1, List.of(good, record.array()));
        assertThatThrownBy(() -> JournalPage.read(page))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("record at byte " + (8 + good.length))
                .hasMessageContaining(why);
    }

    @Property(tries = 500)
    void anyBytesAreAPageOrAnError(@ForAll @Size(max = 200) byte[] bytes, @ForAll byte version) {
        byte[] page = bytes;
        if (page.length > 13) {
            // let some get past the first two checks
            page[8] = (byte) (page.length - 8);
            page[9] = page[10] = page[11] = page[13] = 0;
            page[12] = (byte) (2 + (version & 1));
        }
        try {
            JournalPage.read(ByteBuffer.wrap(page));
        } catch (IOException damaged) {
            assertThat(damaged).hasMessageMatching("The journal('s record at byte \\d+ is damaged: | gave ).*");
        }
    }
}
