package studio.ctnr.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import studio.ctnr.container.FileTree;

/** A folder that is there for one piece of work; what a killed one left is removed by the next. */
record ScratchFolder(Path path) implements AutoCloseable {
    /** The rest of the name is the process that works in it. */
    private static final String PREFIX = ".build-";

    static ScratchFolder in(Path parent) throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            for (Path entry : entries.filter(ScratchFolder::abandoned).toList()) {
                FileTree.delete(entry);
            }
        }
        Path folder = parent.resolve(PREFIX + ProcessHandle.current().pid());
        FileTree.delete(folder);
        return new ScratchFolder(Files.createDirectory(folder));
    }

    private static boolean abandoned(Path entry) {
        String name = entry.getFileName().toString();
        return name.matches("\\.build-\\d{1,10}")
                && ProcessHandle.of(Long.parseLong(name.substring(PREFIX.length())))
                        .isEmpty();
    }

    @Override
    public void close() throws IOException {
        FileTree.delete(path);
    }
}
