package studio.ctnr.engine.observe;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import studio.ctnr.container.WindowsNames;

/** The names in a folder of the host, grouped as Windows would see them: those that differ only in case are one. */
final class FolderListing {
    private FolderListing() {}

    /**
     * Lists a folder in the order of Windows paths.
     *
     * @param skip hears of each name that Windows can't have, and why; such names are left out
     * @return by folded name, the entries that have it; mostly one
     */
    static TreeMap<String, List<Path>> of(Path folder, BiConsumer<Path, String> skip) throws IOException {
        TreeMap<String, List<Path>> entries = new TreeMap<>();
        try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder)) {
            for (Path entry : listing) {
                String name = entry.getFileName().toString();
                String problem = folder.resolve(name).equals(entry)
                        ? WindowsNames.problem(name).orElse("")
                        : "is not UTF-8";
                if (problem.isEmpty()) {
                    entries.computeIfAbsent(WindowsNames.fold(name), folded -> new ArrayList<>(1))
                            .add(entry);
                } else {
                    skip.accept(entry, problem);
                }
            }
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw e.getCause();
        }
        entries.values().forEach(same -> same.sort(null));
        return entries;
    }
}
