package studio.ctnr.container.reg;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/** Reads UTF-16LE unit by unit: a registry name may hold half of a surrogate pair, and a decoder would replace it. */
final class Utf16Reader extends Reader {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 13];

    Utf16Reader(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] units, int from, int length) throws IOException {
        int bytes = in.readNBytes(buffer, 0, Math.min(2 * length, buffer.length));
        if (bytes % 2 != 0) {
            throw new EOFException("The file ends in the middle of a UTF-16 character");
        }
        for (int i = 0; i < bytes; i += 2) {
            units[from + i / 2] = (char) (buffer[i] & 0xff | (buffer[i + 1] & 0xff) << 8);
        }
        return bytes == 0 && length > 0 ? -1 : bytes / 2;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
