package studio.ctnr.container.reg;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import studio.ctnr.container.hive.RegistryData;
import studio.ctnr.container.hive.RegistryValue;

/** Writes lines as the two kinds of .reg files encode them. */
final class RegText {
    private final OutputStream out;
    private final CharsetEncoder encoder;
    private final byte[] buffer = new byte[1 << 16];
    private int length;

    private RegText(OutputStream out, CharsetEncoder encoder) {
        this.out = out;
        this.encoder = encoder;
    }

    static RegText of(OutputStream out, Charset charset) throws IOException {
        if (!charset.equals(StandardCharsets.UTF_16LE)) {
            return new RegText(out, charset.newEncoder());
        }
        RegText text = new RegText(out, null);
        text.put(0xff);
        text.put(0xfe);
        return text;
    }

    /** Writes a line; {@code text} gets its end and is emptied. */
    void line(StringBuilder text) throws IOException {
        text.append("\r\n");
        if (encoder == null) {
            wide(text);
        } else if (isAscii(text)) {
            for (int i = 0; i < text.length(); i++) {
                put(text.charAt(i));
            }
        } else {
            for (byte value : encode(text)) {
                put(value);
            }
        }
        text.setLength(0);
    }

    private void wide(StringBuilder text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            put(unit);
            put(unit >> 8);
        }
    }

    /** A stream's own buffer would take a lock for each byte. */
    private void put(int value) throws IOException {
        if (length == buffer.length) {
            flush();
        }
        buffer[length++] = (byte) value;
    }

    void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    private static boolean isAscii(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    boolean canHold(String text) {
        return encoder == null || encoder.canEncode(text);
    }

    /** The bytes of a value's UTF-16 text, zeros included, in the ANSI code page. */
    byte[] narrow(RegistryValue value) throws IOException {
        byte[] data = value.data();
        if (data.length % 2 != 0) {
            throw new IOException("Version 4 of .reg files can't hold the value \"%s\", which is not whole text"
                    .formatted(value.name()));
        }
        String units = RegistryData.text(data);
        return encode(units.length() * 2 < data.length ? units + "\0" : units);
    }

    private byte[] encode(CharSequence text) throws IOException {
        try {
            ByteBuffer bytes = encoder.encode(CharBuffer.wrap(text));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (CharacterCodingException e) {
            throw new IOException(
                    "A .reg file in %s can't hold this text (version 5 in UTF-16 can): %s"
                            .formatted(encoder.charset(), text.toString().strip()),
                    e);
        }
    }

    void close() throws IOException {
        try (out) {
            flush();
        }
    }
}
