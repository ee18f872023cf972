package studio.ctnr.container.view;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.archive.Archive;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.container.hive.Hive;

/**
 * What an application of a container sees, told without running it: which layer, mode and rule decide for a path or key,
 * and where a write would land. The runtime's rules are in C; a test asks both.
 */
public final class ContainerView {
    private static final Pattern KEY =
            Pattern.compile("(?i)(HKEY_[A-Z_]+|HKLM|HKCU|HKU|HKCR)(\\\\.*)?", Pattern.DOTALL);
    private static final String USER_HIVE = "user/Registry/HKCU.hiv";
    private static final String SOFTWARE_HIVE = "user/Registry/HKLM-SW.hiv";

    private final FileView files;
    private final KeyView keys;

    private ContainerView(FileView files, KeyView keys) {
        this.files = files;
        this.keys = keys;
    }

    /** A container's folder as it is now; files are looked for when they are asked about. */
    public static ContainerView of(ContainerFolder folder, ViewedMachine machine) throws IOException {
        ContainerConfig config =
                ConfigDocument.read(folder.config()).config(folder.config().toString());
        return of(config, folder, machine);
    }

    /** The same with another configuration, such as one that is being edited. */
    public static ContainerView of(ContainerConfig config, ContainerFolder folder, ViewedMachine machine)
            throws IOException {
        return new ContainerView(
                new FileView(config, machine, LayerFiles.of(folder)),
                new KeyView(
                        config,
                        hive(folder.hkcuHive()).root(),
                        hive(folder.hklmSoftwareHive()).root()));
    }

    /** An archive, which is not unpacked for it. */
    public static ContainerView of(Archive archive, ViewedMachine machine) throws IOException {
        try (InputStream text = archive.read("config.yml")) {
            ContainerConfig config = ConfigDocument.parse(
                            new String(text.readAllBytes(), StandardCharsets.UTF_8), "config.yml")
                    .config("config.yml");
            return new ContainerView(
                    new FileView(config, machine, LayerFiles.of(archive)),
                    new KeyView(
                            config,
                            hive(archive, USER_HIVE).root(),
                            hive(archive, SOFTWARE_HIVE).root()));
        }
    }

    private static Hive hive(Path file) throws IOException {
        return Files.exists(file) ? Hive.read(file) : Hive.empty();
    }

    private static Hive hive(Archive archive, String path) throws IOException {
        if (archive.manifest().find(path).isEmpty()) {
            return Hive.empty();
        }
        try (InputStream bytes = archive.read(path)) {
            return Hive.read(bytes.readAllBytes(), path);
        }
    }

    /** Whether a text names a registry key rather than a path. */
    public static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    /**
     * Explains a path ({@code C:\…}, with variables such as {@code %APPDATA%} if one likes) or a key ({@code HKCU\…},
     * {@code HKLM\…}, {@code HKCR\…}, {@code HKU\…}).
     *
     * @throws IllegalArgumentException when it is neither, or no absolute path on a drive
     */
    public Explanation explain(String pathOrKey, Bits bits) throws IOException {
        return isKey(pathOrKey) ? keys.explain(pathOrKey, Optional.empty(), bits) : files.explain(pathOrKey, bits);
    }

    /** Explains a value of a key; the default value's name is empty. */
    public Explanation explainValue(String key, String name, Bits bits) {
        return keys.explain(key, Optional.of(name), bits);
    }
}
