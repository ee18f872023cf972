package studio.ctnr.studio.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What files that were dropped on the window mean: a {@code .ctnr} or a folder with a {@code config.yml} is a container
 * to be imported, any other file an installer to be captured.
 */
record Dropped(List<Path> containers, List<Path> installers) {
    /** Looks at the disk. */
    static Dropped of(List<Path> files) {
        List<Path> containers = new ArrayList<>();
        List<Path> installers = new ArrayList<>();
        for (Path file : files) {
            boolean archive = file.toString().toLowerCase(Locale.ROOT).endsWith(".ctnr");
            if (archive || Files.isRegularFile(file.resolve("config.yml"))) {
                containers.add(file);
            } else if (Files.isRegularFile(file)) {
                installers.add(file);
            }
        }
        return new Dropped(containers, installers);
    }
}
