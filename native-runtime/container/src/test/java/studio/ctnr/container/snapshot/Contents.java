package studio.ctnr.container.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.Whiteout;
import studio.ctnr.container.archive.manifest.FileTimes;

/** A container for snapshots, and what is in it at a moment. */
final class Contents {
    static final Instant TIME = Instant.parse("2024-02-29T12:34:56.1234567Z");

    private Contents() {}

    static ContainerFolder create(Path root) throws IOException {
        ContainerFolder container = ContainerFolder.create(root);
        write(root, "config.yml", "id: sample\nname: Sample\nversion: '1.0'\n");
        write(root, "rootfs/ProgramFiles/App/app.exe", "program ".repeat(20_000));
        write(root, "rootfs/ProgramFiles/App/copy.exe", "program ".repeat(20_000));
        write(root, "rootfs/ProgramFiles/App/empty.txt", "");
        write(root, "rootfs/ProgramFiles/App/.wh.gone.dll", "");
        write(root, "rootfs/ProgramFiles/App/setup.exe", "setup");
        write(root, "rootfs/ProgramFiles/App/setup.exe:Zone.Identifier", "[ZoneTransfer]");
        write(root, "rootfs/ProgramData/日本語/файл 😀.txt", "names");
        write(root, "user/AppData/Roaming/hidden.ini", "[x]");
        write(root, "logs/events.log", "{}\n");
        write(root, "temp/x.tmp", "temporary");
        Files.createDirectories(root.resolve("user/Profile/empty folder"));
        Files.getFileAttributeView(root.resolve("user/AppData/Roaming/hidden.ini"), UserDefinedFileAttributeView.class)
                .write("DOSATTRIB", ByteBuffer.wrap("0x22".getBytes(StandardCharsets.US_ASCII)));
        return container;
    }

    static void write(Path root, String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(TIME));
    }

    static byte[] noise(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Each file and folder outside of the store, with all that a snapshot keeps of it. */
    static Map<String, String> of(Path root) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.filter(path -> !path.startsWith(root.resolve("snapshots")))
                    .toList()) {
                all.put(root.relativize(path).toString(), describe(path));
            }
        }
        return all;
    }

    private static String describe(Path path) throws IOException {
        var view = Files.getFileAttributeView(path, UserDefinedFileAttributeView.class);
        String attributes = String.join(",", view.list());
        if (Files.isDirectory(path)) {
            return "folder " + attributes;
        }
        // a whiteout has no time, and NTFS has none that is finer than this
        Instant time = Whiteout.isMarker(path.getFileName().toString())
                ? Instant.EPOCH
                : FileTimes.normal(Files.getLastModifiedTime(path).toInstant());
        return "%s %s %s %s"
                .formatted(
                        time,
                        Files.isWritable(path),
                        attributes,
                        Files.readString(path, StandardCharsets.ISO_8859_1).hashCode());
    }
}
