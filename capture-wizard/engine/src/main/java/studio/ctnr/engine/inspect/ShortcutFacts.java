package studio.ctnr.engine.inspect;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Optional;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.shortcut.LinkReader;
import studio.ctnr.engine.projection.internal.shortcut.ShellLink;

/**
 * What a shortcut ({@code .lnk}) says.
 *
 * @param target what it opens; empty when that has no path
 * @param arguments may be empty
 * @param workingFolder may be empty
 * @param description may be empty
 * @param icon the file that its icon is in, with {@code ,index} behind it; empty when that is the target
 */
public record ShortcutFacts(
        Optional<String> target, String arguments, String workingFolder, String description, Optional<String> icon) {

    /** @throws IOException when it is no shortcut, or one that is cut short */
    public static ShortcutFacts read(Path file) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            ShellLink link = LinkReader.read(Bytes.map(file, arena));
            return new ShortcutFacts(
                    link.target(),
                    link.arguments(),
                    link.workingFolder(),
                    link.description(),
                    link.iconFile().map(icon -> icon + "," + link.iconIndex()));
        }
    }
}
