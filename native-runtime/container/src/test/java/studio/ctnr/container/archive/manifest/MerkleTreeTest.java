package studio.ctnr.container.archive.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree built in one pass, against the definition in RFC 6962 written down as it stands there. */
class MerkleTreeTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 9, 31, 100})
    void has_the_root_that_the_definition_gives(int leaves) throws IOException {
        List<Entry> entries =
                IntStream.range(0, leaves).mapToObj(MerkleTreeTest::entry).toList();
        assertThat(MerkleTree.root(entries)).isEqualTo(defined(entries));
    }

    private static Entry entry(int number) {
        Instant time = Instant.ofEpochSecond(number - 10L, 100L * number);
        return new Entry("file " + number, EntryKind.FILE, number, time, number % 8, new Sha256(number, 1, 2, 3), 512);
    }

    private static Sha256 defined(List<Entry> entries) throws IOException {
        if (entries.isEmpty()) {
            return Sha256.OF_NOTHING;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        if (entries.size() == 1) {
            writeLeaf(entries.getFirst(), out);
        } else {
            int half = Integer.highestOneBit(entries.size() - 1);
            out.writeByte(1);
            out.write(defined(entries.subList(0, half)).bytes());
            out.write(defined(entries.subList(half, entries.size())).bytes());
        }
        var digest = Sha256.digest();
        digest.update(bytes.toByteArray());
        return Sha256.finish(digest);
    }

    private static void writeLeaf(Entry entry, DataOutputStream out) throws IOException {
        byte[] path = entry.path().getBytes(StandardCharsets.UTF_8);
        out.writeByte(0);
        out.writeByte(0);
        out.writeInt(path.length);
        out.write(path);
        out.writeLong(entry.size());
        out.writeLong(entry.modified().getEpochSecond());
        out.writeInt(entry.modified().getNano());
        out.writeInt(entry.attributes());
        out.write(entry.sha256().bytes());
    }
}
