package studio.ctnr.container.archive.internal;

import java.security.MessageDigest;
import studio.ctnr.container.archive.manifest.Sha256;

/** The SHA-256 of content that lies in several frames; used only at a turnstile, which brings the pieces in order. */
final class SpanningDigest {
    private final MessageDigest digest = Sha256.digest();
    private int broken = -1;

    /** Takes the next piece; the value after the last one, or null before it or when a piece was lost. */
    Sha256 add(Piece piece, byte[] frame) {
        if (piece.isFirst()) {
            digest.reset();
        }
        digest.update(frame, piece.at(), piece.length());
        return piece.isLast() && piece.index() != broken ? Sha256.finish(digest) : null;
    }

    /** Notes that a piece can't be had. */
    void lose(Piece piece) {
        broken = piece.index();
    }
}
