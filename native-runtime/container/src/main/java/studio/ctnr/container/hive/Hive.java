package studio.ctnr.container.hive;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import studio.ctnr.container.AtomicFile;

/**
 * A registry hive: a tree of keys in one file, in the format ("regf") that Windows loads with {@code RegLoadKey} and
 * {@code RegLoadAppKey}. Reads versions 1.3 to 1.6 and writes 1.5; the whole tree is in memory in between.
 *
 * <p>Reading trusts nothing in the file: every damage ends in a {@link HiveFormatException} that names the byte.
 *
 * @see <a href="https://github.com/msuhanov/regf">M. Suhanov, Windows registry file format specification</a>
 * @see <a href="https://github.com/libyal/libregf/blob/main/documentation">J. Metz, Windows NT Registry File (REGF)
 *     format specification</a>
 */
public final class Hive {
    private static final int LARGEST = Integer.MAX_VALUE - 4096;

    private final HiveKey root;
    private final List<String> warnings;

    private Hive(HiveKey root, List<String> warnings) {
        this.root = root;
        this.warnings = warnings;
    }

    /** A hive with a root key (named ROOT: loading gives it the name of the place) and nothing below it. */
    public static Hive empty() {
        return new Hive(HiveKey.root("ROOT"), List.of());
    }

    /**
     * Reads the hive in a regular file.
     *
     * @throws HiveFormatException when the file is not a sound hive, or needs more memory than this process may have
     */
    public static Hive read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no such hive");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is not a file");
        }
        return read(bytes(file), file.toString());
    }

    /**
     * Reads the hive in {@code file}, which is not kept.
     *
     * @param source what errors and warnings call it
     */
    public static Hive read(byte[] file, String source) throws HiveFormatException {
        BaseBlock base = BaseBlock.read(file, source);
        long heap = Runtime.getRuntime().maxMemory() / 4 * 3 - file.length;
        return new Hive(HiveReader.read(file, base, source, heap), base.warnings());
    }

    private static byte[] bytes(Path file) throws IOException {
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            long size = in.getChannel().size();
            if (size > Math.min(LARGEST, Runtime.getRuntime().maxMemory() / 2)) {
                throw new HiveFormatException(
                        file.toString(), 0, "the file is too large for this process: %d bytes".formatted(size));
            }
            byte[] bytes = new byte[(int) size];
            int read = in.readNBytes(bytes, 0, bytes.length);
            if (read < bytes.length) {
                throw new HiveFormatException(file.toString(), read, "the file got shorter while it was read");
            }
            return bytes;
        }
    }

    public HiveKey root() {
        return root;
    }

    /** What the file's last writer left unfinished, one sentence each; what was read is sound all the same. */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * Writes the hive to {@code file} in one step: after a failure or a crash the old file is there, or the new one.
     * Equal trees make equal bytes.
     */
    public void write(Path file) throws IOException {
        AtomicFile.write(file, this::write);
    }

    /** Writes the hive's bytes to {@code out}, which stays open. */
    public void write(OutputStream out) throws IOException {
        HiveWriter writer = new HiveWriter(1 << 16);
        int length = writer.write(root);
        out.write(writer.bytes(), 0, length);
    }
}
