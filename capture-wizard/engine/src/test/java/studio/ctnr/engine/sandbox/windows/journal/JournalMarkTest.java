package studio.ctnr.engine.sandbox.windows.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalMarkTest {
    private static final JournalMark START = new JournalMark(0xABCD, 100);

    private static byte[] record(int file) {
        return RecordBytes.version2(file, 5, 1, 0, "name");
    }

    @Test
    void readsTheJournalsNumberAndItsEnd() throws IOException {
        // UsnJournalID, FirstUsn, NextUsn, LowestValidUsn, MaxUsn, MaximumSize, AllocationDelta
        ByteBuffer data = ByteBuffer.allocate(56).order(ByteOrder.LITTLE_ENDIAN);
        data.putLong(0x77)
                .putLong(1)
                .putLong(0x1234)
                .putLong(2)
                .putLong(3)
                .putLong(4)
                .putLong(5)
                .flip();
        assertThat(JournalMark.of(data)).isEqualTo(new JournalMark(0x77, 0x1234));
        assertThatThrownBy(() -> JournalMark.of(ByteBuffer.allocate(23))).hasMessageContaining("23 bytes");
    }

    @Test
    void asksForPageAfterPageUntilTheEnd() throws IOException {
        List<String> requests = new ArrayList<>();
        List<JournalRecord> records = new ArrayList<>();
        JournalMark.Pages pages = request -> {
            requests.add(HexFormat.of().formatHex(request));
            return requests.size() == 1
                    ? RecordBytes.page(200, List.of(record(1), record(2)))
                    : RecordBytes.page(300, List.of(record(3)));
        };
        START.read(new JournalMark(0xABCD, 300), pages, records::add);
        assertThat(records).extracting(read -> read.file().low()).containsExactly(1L, 2L, 3L);
        // StartUsn, ReasonMask, ReturnOnlyOnClose, Timeout, BytesToWaitFor, UsnJournalID, Min- and MaxMajorVersion
        String rest =
                "ffffffff" + "00000000" + "0000000000000000".repeat(2) + "cdab000000000000" + "02000300" + "00000000";
        assertThat(requests).containsExactly("6400000000000000" + rest, "c800000000000000" + rest);
    }

    @Test
    void asksForNothingWhenNothingHappened() throws IOException {
        START.read(
                START,
                request -> {
                    throw new IOException("asked");
                },
                record -> {});
    }

    @Test
    void refusesAnotherJournalAndOneThatDoesNotGoOn() {
        assertThatThrownBy(() -> START.read(new JournalMark(0xABCE, 300), request -> ByteBuffer.allocate(0), r -> {}))
                .hasMessageContaining("made anew");
        assertThatThrownBy(() -> START.read(
                        new JournalMark(0xABCD, 300), request -> RecordBytes.page(100, List.of(record(1))), r -> {}))
                .hasMessageContaining("does not go on from record 100 to 300");
    }
}
