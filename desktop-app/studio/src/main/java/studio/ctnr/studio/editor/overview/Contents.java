package studio.ctnr.studio.editor.overview;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.hive.HiveKey;

/**
 * What a container holds, counted.
 *
 * @param application what lies in {@code rootfs}
 * @param user what lies in {@code user}, its hives too
 * @param runtime the runtime in {@code bin}
 * @param states snapshots
 * @param passing logs, temporary files and the cache: what no export takes along
 * @param keys of both hives, without their roots
 * @param values of both hives
 */
record Contents(Share application, Share user, Share runtime, Share states, Share passing, long keys, long values) {
    /** Files of one part of a container, and their bytes. */
    record Share(long files, long bytes) {
        Share plus(Share other) {
            return new Share(files + other.files, bytes + other.bytes);
        }
    }

    /**
     * Counts what is on disk; off the FX thread.
     *
     * @throws studio.ctnr.container.hive.HiveFormatException when a hive is damaged
     */
    static Contents of(ContainerFolder folder) throws IOException {
        long[] registry = new long[2];
        for (Path hive : List.of(folder.hkcuHive(), folder.hklmSoftwareHive())) {
            if (Files.exists(hive)) {
                count(Hive.read(hive).root(), registry);
            }
        }
        return new Contents(
                share(folder.rootfs()),
                share(folder.user()),
                share(folder.launcher().getParent()),
                share(folder.snapshots()),
                share(folder.events().getParent()).plus(share(folder.temp())).plus(share(folder.cache())),
                registry[0],
                registry[1]);
    }

    private static void count(HiveKey key, long[] registry) {
        registry[1] += key.shownValues().size();
        for (HiveKey child : key.children()) {
            registry[0]++;
            count(child, registry);
        }
    }

    private static Share share(Path part) throws IOException {
        if (!Files.isDirectory(part)) {
            return new Share(0, 0);
        }
        long[] found = new long[2];
        Files.walkFileTree(part, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found[0]++;
                found[1] += attributes.size();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE; // it went while it was looked at
            }
        });
        return new Share(found[0], found[1]);
    }

    /** The parts with their names' keys, in the order they are shown in. */
    List<Part> parts() {
        return List.of(
                new Part("application", application),
                new Part("user", user),
                new Part("runtime", runtime),
                new Part("states", states),
                new Part("passing", passing));
    }

    /** One part, named by {@code overview.part.NAME}. */
    record Part(String name, Share share) {}

    long bytes() {
        return parts().stream().mapToLong(part -> part.share.bytes).sum();
    }
}
