package studio.ctnr.container.hive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import studio.ctnr.container.NativeReader;

/** The launcher's reader and writer of hives. */
final class NativeRegf implements AutoCloseable {
    private final NativeReader reader;

    /** What it makes of a hive: the hive written anew, or the offset and the problem. */
    record Answer(byte[] hive, String refusal) {}

    NativeRegf() throws IOException {
        reader = new NativeReader("regf");
    }

    Answer read(byte[] hive) throws IOException {
        NativeReader.Answer answer = reader.read(hive);
        return answer.kind() == 'h'
                ? new Answer(answer.bytes(), null)
                : new Answer(null, new String(answer.bytes(), StandardCharsets.UTF_8));
    }

    /** Java's answer in the same form; what UTF-8 or a C string can't hold is a question mark. */
    static Answer java(byte[] hive) throws IOException {
        try {
            return new Answer(new HiveBytes(Hive.read(hive, "test.hiv").root()).bytes, null);
        } catch (HiveFormatException e) {
            byte[] text = (e.offset() + " " + e.problem()).replace('\0', '?').getBytes(StandardCharsets.UTF_8);
            return new Answer(null, new String(text, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
