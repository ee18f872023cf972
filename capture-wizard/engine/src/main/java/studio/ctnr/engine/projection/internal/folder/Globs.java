package studio.ctnr.engine.projection.internal.folder;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Locale;

/** Globs over container paths, without regard to case. */
final class Globs {
    private final List<PathMatcher> globs;

    Globs(List<String> globs) {
        this.globs = globs.stream()
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob.toLowerCase(Locale.ROOT)))
                .toList();
    }

    boolean match(String place) {
        Path path = Path.of(place.toLowerCase(Locale.ROOT));
        return globs.stream().anyMatch(glob -> glob.matches(path));
    }
}
