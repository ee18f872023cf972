package studio.ctnr.engine.installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import studio.ctnr.container.archive.manifest.Sha256;

/**
 * An installer as a file on this host.
 *
 * @param file where it lies
 * @param kind what made it, as its bytes tell
 */
public record Installer(Path file, InstallerKind kind) {
    private static final byte[] OLE = {
        (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };
    private static final Set<String> SCRIPTS = Set.of("bat", "cmd");

    /**
     * Looks at a file and tells what kind of installer it is.
     *
     * @throws NotAnInstallerException when Windows could not start it, with what it is instead
     */
    public static Installer recognise(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NotAnInstallerException("There is no file " + file);
        }
        if (!Files.isRegularFile(file)) {
            throw new NotAnInstallerException(file + " is no file; name the installer itself");
        }
        if (SCRIPTS.contains(extension(file))) {
            return new Installer(file, InstallerKind.SCRIPT);
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(OLE.length);
        }
        if (Arrays.equals(start, OLE)) {
            return new Installer(file, InstallerKind.MSI);
        }
        if (start.length < 2 || start[0] != 'M' || start[1] != 'Z') {
            throw new NotAnInstallerException(
                    file + " is neither a Windows program, a Windows Installer package nor a batch file" + hint(file));
        }
        return new Installer(file, marked(file));
    }

    /** The SHA-256 of its bytes, in lower-case hexadecimal. */
    public String sha256() throws IOException {
        return Sha256.of(file).toString();
    }

    private static InstallerKind marked(Path file) throws IOException {
        List<InstallerKind> kinds = Arrays.stream(InstallerKind.values())
                .filter(kind -> kind.marker() != null)
                .toList();
        EnumSet<InstallerKind> found = EnumSet.noneOf(InstallerKind.class);
        try (InputStream in = Files.newInputStream(file)) {
            MarkerScan.of(kinds.stream().map(InstallerKind::marker).toList()).find(in).stream()
                    .mapToObj(kinds::get)
                    .forEach(found::add);
        }
        return found.stream().findFirst().orElse(InstallerKind.UNKNOWN);
    }

    private static String hint(Path file) {
        return switch (extension(file)) {
            case "msix", "appx", "msixbundle", "appxbundle" -> "; it is an MSIX package, which is installed otherwise";
            case "zip", "7z", "rar" -> "; unpack it and name the installer inside";
            default -> "";
        };
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
