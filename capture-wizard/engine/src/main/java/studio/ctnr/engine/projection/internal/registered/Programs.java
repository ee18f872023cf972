package studio.ctnr.engine.projection.internal.registered;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.bytes.Damaged;
import studio.ctnr.engine.projection.internal.pe.PeImage;
import studio.ctnr.engine.projection.internal.pe.VersionInfo;

/** The captured files that tell something about the application, and where their bytes lie on this host. */
public final class Programs {
    private static final Set<String> TELLING =
            Set.of("exe", "dll", "ocx", "cpl", "scr", "sys", "ico", "lnk", "com", "bat", "cmd", "vbs", "jar", "msc");

    private final SortedMap<WindowsPath, Path> files = new TreeMap<>();
    private final TreeMap<WindowsPath, Optional<Program>> read = new TreeMap<>();

    /**
     * What is read of a program, once.
     *
     * @param image its headers; its resources can't be read any more
     */
    public record Program(PeImage image, Optional<VersionInfo> version) {}

    /** Takes a captured file in, when it is one of those that tell something. */
    public void accept(WindowsPath path, Path content) {
        if (TELLING.contains(path.extension()) || path.name().endsWith(".runtimeconfig.json")) {
            files.put(path, content);
        }
    }

    public SortedMap<WindowsPath, Path> files() {
        return Collections.unmodifiableSortedMap(files);
    }

    /** The files of one extension, in the order of their paths. */
    public Stream<WindowsPath> ofType(String extension) {
        return files.keySet().stream().filter(path -> path.extension().equals(extension));
    }

    public Optional<Path> content(WindowsPath path) {
        return Optional.ofNullable(files.get(path));
    }

    /** What a program or library says of itself; empty when it was not captured, or is damaged or no Windows program. */
    public Optional<Program> program(WindowsPath path) {
        return content(path).isEmpty()
                ? Optional.empty()
                : read.computeIfAbsent(path, wanted -> open(files.get(wanted)));
    }

    private static Optional<Program> open(Path file) {
        try (Arena arena = Arena.ofConfined()) {
            PeImage image = PeImage.read(Bytes.map(file, arena));
            return Optional.of(new Program(image, version(image)));
        } catch (IOException noProgram) {
            return Optional.empty();
        }
    }

    private static Optional<VersionInfo> version(PeImage image) {
        try {
            return image.resources().isPresent()
                    ? VersionInfo.of(image.resources().get())
                    : Optional.empty();
        } catch (Damaged withoutVersion) {
            return Optional.empty();
        }
    }
}
