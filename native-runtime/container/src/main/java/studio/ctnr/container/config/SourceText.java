package studio.ctnr.container.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import studio.ctnr.container.yaml.Lines;

/** The text of a file that a person may have saved in any editor, or that may not be a text at all. */
final class SourceText {
    /** Many times what the largest container needs; more is not a configuration. */
    static final int LARGEST = 1 << 20;

    private SourceText() {}

    /** Reads a file in UTF-8, with a byte-order mark if there is one. */
    static String read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new NoSuchFileException(file.toString(), null, "it is a folder, not a file");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(file.toString(), null, "there is no such file");
        }
        if (bytes.length > LARGEST) {
            throw invalid(file, "", "larger than 1 MiB; that is no configuration, and is not read");
        }
        if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
            throw invalid(file, "", "written in UTF-16; save it in UTF-8");
        }
        return decode(file, bytes);
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }

    private static String decode(Path file, byte[] bytes) throws InvalidConfigException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        boolean malformed = decoder.decode(in, out, true).isError();
        String text = out.flip().toString();
        if (malformed) {
            throw invalid(
                    file, text, "the byte 0x%02x is not UTF-8; save the file in UTF-8".formatted(in.get() & 0xff));
        }
        return text;
    }

    private static InvalidConfigException invalid(Path file, String before, String message) {
        int offset = before.length();
        var problem = ConfigProblem.of(
                ConfigProblem.Severity.ERROR, Lines.number(before, offset), Lines.column(before, offset), "", message);
        return new InvalidConfigException(file.toString(), List.of(problem));
    }
}
