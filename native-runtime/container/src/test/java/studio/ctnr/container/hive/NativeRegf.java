package studio.ctnr.container.hive;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The launcher's reader and writer of hives, built for this host with the compiler's checks. */
final class NativeRegf implements AutoCloseable {
    private static final Path PROGRAM = Path.of("../launcher/target/test-programs/host/regf-echo");

    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;

    /** What it makes of a hive: the hive written anew, or the offset and the problem. */
    record Answer(byte[] hive, String refusal) {}

    NativeRegf() throws IOException {
        process = new ProcessBuilder(PROGRAM.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = new DataOutputStream(process.getOutputStream());
        in = new DataInputStream(process.getInputStream());
    }

    Answer read(byte[] hive) throws IOException {
        out.writeInt(Integer.reverseBytes(hive.length));
        out.write(hive);
        out.flush();
        int length = Integer.reverseBytes(in.readInt());
        boolean accepted = in.readByte() == 'h';
        byte[] answer = new byte[length - 1];
        in.readFully(answer);
        return accepted ? new Answer(answer, null) : new Answer(null, new String(answer, StandardCharsets.UTF_8));
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
        out.close();
        try {
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException(PROGRAM + " ended with " + status);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
