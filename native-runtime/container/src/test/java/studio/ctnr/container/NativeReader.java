package studio.ctnr.container;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** One of the launcher's readers, in C, built for this host with the compiler's checks: {@code regf} or {@code yaml}. */
public final class NativeReader implements AutoCloseable {
    private final Path program;
    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;

    /** What it makes of a file: {@code kind} is e when it was refused, and {@code bytes} says why. */
    public record Answer(char kind, byte[] bytes) {}

    public NativeReader(String name) throws IOException {
        program = Path.of("../launcher/target/test-programs/host", name + "-echo");
        process = new ProcessBuilder(program.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = new DataOutputStream(process.getOutputStream());
        in = new DataInputStream(process.getInputStream());
    }

    public Answer read(byte[] file) throws IOException {
        out.writeInt(Integer.reverseBytes(file.length));
        out.write(file);
        out.flush();
        int length = Integer.reverseBytes(in.readInt());
        char kind = (char) in.readByte();
        byte[] answer = new byte[length - 1];
        in.readFully(answer);
        return new Answer(kind, answer);
    }

    @Override
    public void close() throws IOException {
        out.close();
        try {
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException(program + " ended with " + status);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
