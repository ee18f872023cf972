package studio.ctnr.container.archive.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 value, kept as four numbers: a list of 100,000 of them costs a third of what strings would. */
public record Sha256(long a, long b, long c, long d) {
    /** How many bytes it has. */
    public static final int BYTES = 32;

    /** The place of a value that is not known yet, or that an entry without content does not have. */
    public static final Sha256 NONE = new Sha256(0, 0, 0, 0);

    /** The value of no bytes at all. */
    public static final Sha256 OF_NOTHING = finish(digest());

    /** A new SHA-256 computation; every Java platform has one. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The value of what {@code digest} has been given; it then starts anew. */
    public static Sha256 finish(MessageDigest digest) {
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
        return new Sha256(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    /** The value of a file's bytes. */
    public static Sha256 of(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return finish(digest);
    }

    /**
     * Reads 64 hexadecimal digits.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static Sha256 parse(String hex) {
        if (hex.length() != 2 * BYTES) {
            throw new IllegalArgumentException("A SHA-256 has 64 hexadecimal digits");
        }
        return new Sha256(part(hex, 0), part(hex, 16), part(hex, 32), part(hex, 48));
    }

    private static long part(String hex, int from) {
        return HexFormat.fromHexDigitsToLong(hex, from, from + 16);
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(a)
                .putLong(b)
                .putLong(c)
                .putLong(d)
                .array();
    }

    /** The 64 hexadecimal digits, in lower case. */
    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(a) + hex.toHexDigits(b) + hex.toHexDigits(c) + hex.toHexDigits(d);
    }
}
