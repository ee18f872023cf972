package studio.ctnr.container.archive.internal;

import java.io.IOException;

/** Takes the content of entries, in pieces and from several threads; each piece has a place of its own. */
@FunctionalInterface
public interface ContentSink {
    /** Takes {@code piece}, whose bytes are in {@code frame} until this returns. */
    void take(Piece piece, byte[] frame) throws IOException;
}
