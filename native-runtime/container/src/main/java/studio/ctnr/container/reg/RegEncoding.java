package studio.ctnr.container.reg;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Finds out how the text of a .reg file is encoded: by its byte order mark, by zeros in it, by its first line. */
final class RegEncoding {
    private static final int PEEK = 64;

    private RegEncoding() {}

    /** @param ansi what text is in that neither is Unicode nor says version 5 */
    static Reader reader(InputStream in, Charset ansi) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
        bytes.mark(PEEK);
        byte[] start = bytes.readNBytes(PEEK);
        bytes.reset();
        if (startsWith(start, 0xff, 0xfe)) {
            bytes.skipNBytes(2);
            return new Utf16Reader(bytes);
        }
        if (startsWith(start, 0xef, 0xbb, 0xbf)) {
            bytes.skipNBytes(3);
            return decoding(bytes, StandardCharsets.UTF_8);
        }
        if (start.length >= 2 && start[0] != 0 && start[1] == 0) {
            return new Utf16Reader(bytes);
        }
        boolean old =
                new String(start, StandardCharsets.ISO_8859_1).stripLeading().startsWith("REGEDIT");
        return decoding(bytes, old ? ansi : StandardCharsets.UTF_8);
    }

    private static boolean startsWith(byte[] start, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= start.length || (start[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Reader decoding(InputStream bytes, Charset charset) {
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
