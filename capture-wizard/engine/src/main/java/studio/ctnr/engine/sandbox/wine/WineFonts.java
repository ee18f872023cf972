package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fonts that a machine sees: a few of the host's, and not whatever its user has added. Wine writes every font that
 * it finds into the registry, so that a template holds for one set of fonts only.
 */
final class WineFonts {
    private static final List<String> FOLDERS = List.of(
            "/usr/share/wine/fonts",
            "/usr/share/fonts/truetype/wine",
            "/usr/share/fonts/truetype/dejavu",
            "/usr/share/fonts/truetype/liberation",
            "/usr/share/fonts/truetype/liberation2");

    private WineFonts() {}

    /** The configuration that makes fontconfig find these and no other. */
    static String configuration() {
        return FOLDERS.stream()
                .map(folder -> "<dir>" + folder + "</dir>")
                .collect(
                        Collectors.joining(
                                "",
                                "<fontconfig>",
                                "<cachedir>/var/cache/fontconfig</cachedir><cachedir>/tmp/fontconfig</cachedir></fontconfig>\n"));
    }

    /** Changes when the set of fonts does. */
    static String fingerprint() throws IOException {
        return Integer.toHexString(files().hashCode());
    }

    static boolean any() throws IOException {
        return !files().isEmpty();
    }

    private static TreeSet<String> files() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (String folder : FOLDERS) {
            if (Files.isDirectory(Path.of(folder))) {
                try (Stream<Path> fonts = Files.list(Path.of(folder))) {
                    fonts.forEach(font -> names.add(font.toString()));
                }
            }
        }
        return names;
    }
}
