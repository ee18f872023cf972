package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import studio.ctnr.container.FileTree;

/** Leaves of a machine's folders what is the template: the prefix. */
final class TemplateStaging {
    private TemplateStaging() {}

    static void clear(Path staging) throws IOException {
        List<Path> entries;
        try (Stream<Path> all = Files.list(staging)) {
            entries = all.toList();
        }
        for (Path entry : entries) {
            if (!entry.getFileName().toString().equals("prefix")) {
                FileTree.delete(entry);
            }
        }
    }
}
