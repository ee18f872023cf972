package studio.ctnr.wizard.describe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import studio.ctnr.container.AtomicFile;
import studio.ctnr.engine.amend.Described;
import studio.ctnr.engine.inspect.IconSource;

/**
 * An icon that the engineer chose, as it lies in the project: called after its bytes, so that the same one lies there
 * once.
 *
 * @param path in the container
 * @param bytes of an .ico file
 */
record ChosenIcon(String path, byte[] bytes) {
    private static final int DIGITS = 16;

    /** Off the FX thread. */
    static ChosenIcon take(Path file, Path folder) throws IOException {
        byte[] icon = IconSource.read(file);
        String name = name(icon) + ".ico";
        Files.createDirectories(folder);
        AtomicFile.write(folder.resolve(name), icon);
        return new ChosenIcon(Described.ICONS + name, icon);
    }

    private static String name(byte[] icon) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(icon);
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
