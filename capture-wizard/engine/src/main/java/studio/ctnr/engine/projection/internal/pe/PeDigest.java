package studio.ctnr.engine.projection.internal.pe;

import java.io.IOException;
import java.security.MessageDigest;
import studio.ctnr.engine.projection.internal.bytes.Bytes;

/**
 * The digest of an image that its signature holds: of all its bytes but the three places that signing changes, the
 * checksum, the entry that names the table of signatures, and that table.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/debug/pe-format#process-for-generating-the-authenticode-pe-image-hash">
 *     Process for generating the Authenticode PE image hash</a>
 */
public final class PeDigest {
    private static final int PIECE = 1 << 20;

    private PeDigest() {}

    /** @param program one that is signed */
    public static byte[] of(Bytes program, MessageDigest digest) throws IOException {
        long optional = program.u32(0x3c) + 24;
        long checksum = optional + 64;
        long entry = PeImage.certificateEntry(program);
        long table = program.u32(entry);
        long behind = table + program.u32(entry + 4);
        add(program, 0, checksum, digest);
        add(program, checksum + 4, entry, digest);
        add(program, entry + 8, table, digest);
        add(program, behind, program.size(), digest);
        return digest.digest();
    }

    private static void add(Bytes program, long from, long to, MessageDigest digest) throws IOException {
        for (long at = from; at < to; at += PIECE) {
            digest.update(program.part(at, Math.min(PIECE, to - at)).copy(PIECE));
        }
    }
}
