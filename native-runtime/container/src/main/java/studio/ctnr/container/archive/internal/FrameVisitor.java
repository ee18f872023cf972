package studio.ctnr.container.archive.internal;

import java.io.IOException;

/** Hears what a frame is made of; every place is an offset in the frame. */
public interface FrameVisitor {
    /** {@code length} bytes of an entry's {@code header}, from {@code from} in it, stand at {@code at}. */
    void header(int entry, byte[] header, int from, int at, int length) throws IOException;

    /** A piece of an entry's content; each entry has at least one, which is empty when there is none. */
    void content(Piece piece) throws IOException;

    void zeros(int at, int length) throws IOException;
}
