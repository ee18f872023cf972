package studio.ctnr.wizard.preview;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells text from other bytes: UTF-16 by its mark, UTF-8, else the usual Windows code page if nothing looks binary. */
final class TextBytes {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private TextBytes() {}

    /** @param cut whether {@code bytes} may end within a character */
    static Optional<String> decode(byte[] bytes, boolean cut) {
        if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
            return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE));
        }
        if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
            return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE));
        }
        for (byte one : bytes) {
            if (one >= 0 && one < 0x20 && one != '\t' && one != '\n' && one != '\r' && one != '\f') {
                return Optional.empty();
            }
        }
        return Optional.of(utf8(bytes, cut).orElseGet(() -> new String(bytes, WINDOWS)));
    }

    private static Optional<String> utf8(byte[] bytes, boolean cut) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        boolean wrong = decoder.decode(ByteBuffer.wrap(bytes), text, !cut).isError();
        String read = text.flip().toString();
        return wrong ? Optional.empty() : Optional.of(read.startsWith("\ufeff") ? read.substring(1) : read);
    }
}
