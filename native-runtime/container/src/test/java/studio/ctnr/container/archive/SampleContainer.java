package studio.ctnr.container.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import studio.ctnr.container.archive.manifest.ArchiveInfo;

/** A container's folder with one of everything that an archive has to keep. */
final class SampleContainer {
    static final ArchiveInfo INFO = new ArchiveInfo("sample", "Sample", "1.0", "ctnr test", "container-runtime@0.3.0");
    static final Instant TIME = Instant.parse("2024-02-29T12:34:56.1234567Z");
    static final String DEEP = "rootfs/" + "a-folder-with-a-rather-long-name/".repeat(12) + "end.txt";

    private SampleContainer() {}

    /** Paths and what is in them; a folder has null. */
    static Map<String, byte[]> content() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("config.yml", text("id: sample\nname: Sample\nversion: '1.0'\n"));
        files.put("rootfs/ProgramFiles/App/app.exe", noise(300_000, 1));
        files.put("rootfs/ProgramFiles/App/big.dat", mixed(19_000_000));
        files.put("rootfs/ProgramFiles/App/empty.txt", new byte[0]);
        files.put("rootfs/ProgramFiles/App/Start.lnk", noise(700, 3));
        files.put("rootfs/ProgramFiles/App/setup.exe", noise(5000, 4));
        files.put("rootfs/ProgramFiles/App/setup.exe:Zone.Identifier", text("[ZoneTransfer]\r\nZoneId=3\r\n"));
        files.put("rootfs/ProgramFiles/App/.wh.gone.dll", new byte[0]);
        files.put("rootfs/ProgramData/\u65e5\u672c\u8a9e/\u0444\u0430\u0439\u043b \ud83d\ude00.txt", text("names"));
        files.put("rootfs/ProgramData/cafe\u0301.txt", text("decomposed"));
        files.put("rootfs/ProgramData/caf\u00e9.txt", text("composed"));
        files.put("rootfs/ProgramData/-rf", text("a name like an option"));
        files.put(DEEP, text("deep"));
        files.put("user/AppData/Roaming/hidden.ini", text("[x]\n"));
        files.put("user/Profile", null);
        files.put("temp", null);
        files.put("logs", null);
        return files;
    }

    static Path create(Path folder) throws IOException {
        return create(folder, false);
    }

    /** @param backwards makes everything in the opposite order */
    static Path create(Path folder, boolean backwards) throws IOException {
        List<Map.Entry<String, byte[]>> files = new ArrayList<>(content().entrySet());
        if (backwards) {
            Collections.reverse(files);
        }
        for (var file : files) {
            Path path = folder.resolve(file.getKey());
            if (file.getValue() == null) {
                Files.createDirectories(path);
            } else {
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
                Files.setLastModifiedTime(path, FileTime.from(TIME));
            }
        }
        attributes(folder.resolve("user/AppData/Roaming/hidden.ini"), "0x26");
        attributes(folder.resolve("user/Profile"), "0x4");
        Path readOnly = folder.resolve("rootfs/ProgramFiles/App/app.exe");
        var permissions = Files.getPosixFilePermissions(readOnly);
        permissions.removeIf(permission -> permission.name().endsWith("WRITE"));
        Files.setPosixFilePermissions(readOnly, permissions);
        return folder;
    }

    /** As Wine and Samba keep them. */
    private static void attributes(Path file, String value) throws IOException {
        Files.getFileAttributeView(file, UserDefinedFileAttributeView.class)
                .write("DOSATTRIB", ByteBuffer.wrap(value.getBytes(StandardCharsets.US_ASCII)));
    }

    static byte[] noise(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Over two frames long, partly compressible. */
    private static byte[] mixed(int size) {
        byte[] bytes = new byte[size];
        Random random = new Random(2);
        for (int i = 0; i < size; i += 64) {
            bytes[i] = (byte) random.nextInt();
        }
        return bytes;
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
