package studio.ctnr.engine.run;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A screen that nobody sees, for applications with windows on a machine without a display. All runs of one Wine machine
 * share it, as they share its desktop: each is a client of it (X11 protocol, "Connection Setup"), and the server ends by
 * itself when the last client has left. Only those who can read the user's state folder can connect.
 */
final class HeadlessScreen implements AutoCloseable {
    /** File locks hold between processes, this one within ours. */
    private static final ReentrantLock OURS = new ReentrantLock();

    private static final String COOKIE_KIND = "MIT-MAGIC-COOKIE-1";
    private static final int COOKIE_SIZE = 16;
    private static final int ANY_HOST = 0xFFFF;
    private static final byte LITTLE_ENDIAN = 'l';
    private static final byte ACCEPTED = 1;
    private static final short PROTOCOL = 11;

    /** Seconds that the server waits for another client. */
    private static final String PATIENCE = "5";

    private final String display;
    private final Path authority;
    private final SocketChannel client;

    private HeadlessScreen(String display, Path authority, SocketChannel client) {
        this.display = display;
        this.authority = authority;
        this.client = client;
    }

    /**
     * The screen that is there, or a new one.
     *
     * @param folder where its number and its cookie are kept
     * @throws IOException when Xvfb is not installed or does not start
     */
    static HeadlessScreen join(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path authority = folder.resolve("screen.authority");
        Path number = folder.resolve("screen");
        OURS.lock();
        try (FileChannel file = FileChannel.open(
                        folder.resolve("screen.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = file.lock()) {
            Optional<HeadlessScreen> there = connect(number, authority);
            if (there.isPresent()) {
                return there.get();
            }
            writeCookie(authority);
            Files.writeString(number, startServer(authority));
            return connect(number, authority)
                    .orElseThrow(() -> new IOException("Xvfb said that it was ready, and took no connection"));
        } finally {
            OURS.unlock();
        }
    }

    /** What the environment of the applications needs. */
    Map<String, String> environment() {
        return Map.of("DISPLAY", display, "XAUTHORITY", authority.toString());
    }

    private static String startServer(Path authority) throws IOException {
        // in a session of its own: Ctrl+C in a terminal must reach the application first
        Process server = new ProcessBuilder(
                        "setsid",
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        "1280x1024x24",
                        "-nolisten",
                        "tcp",
                        "-auth",
                        authority.toString(),
                        "-terminate",
                        PATIENCE)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        server.getOutputStream().close();
        try (BufferedReader said = server.inputReader(StandardCharsets.US_ASCII)) {
            String number = said.readLine();
            if (number == null) {
                throw new IOException("Xvfb does not start; install it: apt-get install xvfb");
            }
            return number.strip();
        }
    }

    /** The file that X programs read their cookie from (Xau(3)): lengths and numbers are two bytes, most significant first. */
    private static void writeCookie(Path authority) throws IOException {
        byte[] cookie = new byte[COOKIE_SIZE];
        new SecureRandom().nextBytes(cookie);
        byte[] kind = COOKIE_KIND.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer entry = ByteBuffer.allocate(5 * Short.BYTES + kind.length + cookie.length)
                .putShort((short) ANY_HOST)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) kind.length)
                .put(kind)
                .putShort((short) cookie.length)
                .put(cookie);
        Files.deleteIfExists(authority);
        Files.createFile(authority, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(authority, entry.array());
    }

    /** Empty when no server of that number and cookie is there. */
    private static Optional<HeadlessScreen> connect(Path number, Path authority) throws IOException {
        if (!Files.exists(number) || !Files.exists(authority)) {
            return Optional.empty();
        }
        String display = Files.readString(number).strip();
        byte[] entry = Files.readAllBytes(authority);
        SocketChannel client = null;
        try {
            client = SocketChannel.open(UnixDomainSocketAddress.of("/tmp/.X11-unix/X" + display));
            if (isAccepted(client, Arrays.copyOfRange(entry, entry.length - COOKIE_SIZE, entry.length))) {
                return Optional.of(new HeadlessScreen(":" + display, authority, client));
            }
            client.close();
        } catch (IOException e) {
            // nobody listens, or not for us: a screen of an earlier time
            if (client != null) {
                client.close();
            }
        }
        return Optional.empty();
    }

    private static boolean isAccepted(SocketChannel client, byte[] cookie) throws IOException {
        byte[] kind = Arrays.copyOf(COOKIE_KIND.getBytes(StandardCharsets.US_ASCII), 20); // in units of four bytes
        ByteBuffer request = ByteBuffer.allocate(12 + kind.length + cookie.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(LITTLE_ENDIAN)
                .put((byte) 0)
                .putShort(PROTOCOL)
                .putShort((short) 0)
                .putShort((short) COOKIE_KIND.length())
                .putShort((short) cookie.length)
                .putShort((short) 0)
                .put(kind)
                .put(cookie)
                .flip();
        while (request.hasRemaining()) {
            client.write(request);
        }
        ByteBuffer answer = ByteBuffer.allocate(1);
        if (client.read(answer) < 1) {
            throw new EOFException("The X server closed the connection");
        }
        return answer.get(0) == ACCEPTED;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
