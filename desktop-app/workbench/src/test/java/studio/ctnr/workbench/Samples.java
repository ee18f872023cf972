package studio.ctnr.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.archive.ArchiveBuilder;
import studio.ctnr.container.archive.manifest.ArchiveInfo;
import studio.ctnr.workbench.audit.Caller;

/** Small containers. */
public final class Samples {
    public static final Caller CALLER = new Caller("ada", "test");
    private static final Instant TIME = Instant.parse("2024-02-29T12:34:56Z");

    private Samples() {}

    /** A container's folder with one program. */
    public static Path container(Path root, String id) throws IOException {
        ContainerFolder folder = ContainerFolder.create(root);
        Files.writeString(folder.config(), """
                id: %s
                name: App %s
                version: "1.0"
                publisher: Müller & Söhne
                # kept
                entrypoints:
                  - {name: App, target: '%%ProgramFiles%%\\App\\app.exe', default: true}
                """.formatted(id, id));
        write(folder.root().resolve("rootfs/ProgramFiles/App/app.exe"), "a program of " + id);
        write(folder.root().resolve("user/AppData/Roaming/App/settings.ini"), "[a]\nb=c\n");
        return folder.root();
    }

    public static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(TIME));
        return file;
    }

    /** The archive of such a container. */
    public static Path archive(Path file, String id) throws IOException {
        Path folder = container(file.resolveSibling(file.getFileName() + ".folder"), id);
        new ArchiveBuilder(new ArchiveInfo(id, "App " + id, "1.0", "test", "")).build(folder, file);
        return file;
    }
}
