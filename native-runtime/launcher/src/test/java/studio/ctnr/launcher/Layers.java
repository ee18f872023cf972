package studio.ctnr.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The same small tree three times: what the host has, what a container has over it, and what both make together. */
final class Layers {
    /** Names to contents; a name with a slash at its end is an empty folder. */
    static final Map<String, String> HOST = Map.ofEntries(
            Map.entry("host.txt", "host"),
            Map.entry("host2.txt", "second"),
            Map.entry("both.txt", "low"),
            Map.entry("gone.txt", "gone"),
            Map.entry("locked.txt", "locked"),
            Map.entry("hostdir/inner.txt", "inner"),
            Map.entry("hostdir/other.txt", "o"),
            Map.entry("bothdir/low.txt", "low"),
            Map.entry("bothdir/both.txt", "low"),
            Map.entry("emptydir/", ""),
            Map.entry("gonedir/inner.txt", "gone"),
            Map.entry("redone/old.txt", "old"),
            Map.entry("redone/same.txt", "lowsame"));

    static final Map<String, String> CONTAINER = Map.ofEntries(
            Map.entry("own.txt", "own"),
            Map.entry("own2.txt", "second"),
            Map.entry("both.txt", "high"),
            Map.entry(".wh.gone.txt", ""),
            Map.entry("owndir/inner.txt", "inner"),
            Map.entry("bothdir/high.txt", "high"),
            Map.entry("bothdir/both.txt", "high"),
            Map.entry(".wh.gonedir", ""),
            Map.entry(".wh.redone", ""),
            Map.entry("redone/new.txt", "new"),
            Map.entry("redone/same.txt", "high"));

    static final Map<String, String> MERGED = Map.ofEntries(
            Map.entry("host.txt", "host"),
            Map.entry("host2.txt", "second"),
            Map.entry("own.txt", "own"),
            Map.entry("own2.txt", "second"),
            Map.entry("both.txt", "high"),
            Map.entry("locked.txt", "locked"),
            Map.entry("hostdir/inner.txt", "inner"),
            Map.entry("hostdir/other.txt", "o"),
            Map.entry("owndir/inner.txt", "inner"),
            Map.entry("bothdir/low.txt", "low"),
            Map.entry("bothdir/high.txt", "high"),
            Map.entry("bothdir/both.txt", "high"),
            Map.entry("emptydir/", ""),
            Map.entry("redone/new.txt", "new"),
            Map.entry("redone/same.txt", "high"));

    private Layers() {}

    /** Makes the tree in each of the folders of {@code base}, which are removed first. */
    static void make(Path base, List<String> folders, Map<String, String> tree) throws IOException {
        remove(base);
        for (String folder : folders) {
            for (var item : tree.entrySet()) {
                Path file = base.resolve(folder).resolve(item.getKey());
                if (item.getKey().endsWith("/")) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                Files.writeString(file, item.getValue());
                if (item.getKey().equals("locked.txt")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
                }
            }
        }
    }

    static void remove(Path base) throws IOException {
        if (Files.exists(base)) {
            Files.walkFileTree(base, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }

    /** Every name below a folder with its size and content, links not followed. */
    static Map<String, String> contents(Path base) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (var walk = Files.walk(base)) {
            for (Path path : (Iterable<Path>) walk::iterator) {
                boolean file = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
                found.put(base.relativize(path).toString(), file ? Files.readString(path) : "");
            }
        }
        return found;
    }
}
