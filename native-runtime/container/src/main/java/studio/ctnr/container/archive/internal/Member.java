package studio.ctnr.container.archive.internal;

import java.util.SortedMap;
import java.util.TreeMap;

/** The members of the file itself, and the one way in which the format writes their headers. */
public enum Member {
    MANIFEST("manifest.json"),
    SIGNATURE("manifest.json.p7s"),
    PAYLOAD("payload.tar.zst"),
    ENCRYPTED_PAYLOAD("payload.tar.zst.aead"),
    CHECKSUMS("SHA256SUMS");

    /** Blocks of zeros that end the file. */
    public static final int END = 2 * TarHeader.BLOCK;

    /** From this uncompressed size on, the payload's own size is in a pax header: ustar's eleven digits may not do. */
    private static final long BIG = (1L << 33) - (1L << 27);

    private final String fileName;

    Member(String fileName) {
        this.fileName = fileName;
    }

    public String fileName() {
        return fileName;
    }

    /** The member called {@code name}; null for a name that the format does not have. */
    public static Member named(String name) {
        for (Member member : values()) {
            if (member.fileName.equals(name)) {
                return member;
            }
        }
        return null;
    }

    /** The headers of a member of {@code size} bytes; of the payload see {@link #payloadHeader}. */
    public byte[] header(long size) {
        return TarHeader.of(fileName, TarHeader.FILE, size, 0, new TreeMap<>());
    }

    /**
     * The headers of the payload. Their length follows from the uncompressed size alone, so that room can be left for
     * them before anything is compressed: the pax record has leading zeros for that.
     */
    public static byte[] payloadHeader(long size, long uncompressed) {
        SortedMap<String, String> pax = new TreeMap<>();
        if (uncompressed >= BIG) {
            String digits = Long.toString(size);
            pax.put("size", "0".repeat(19 - digits.length()) + digits);
        }
        return TarHeader.of(PAYLOAD.fileName, TarHeader.FILE, size, 0, pax);
    }

    /** {@code size} with the zeros that fill the last block. */
    public static long padded(long size) {
        return TarHeader.roundUp(size);
    }
}
