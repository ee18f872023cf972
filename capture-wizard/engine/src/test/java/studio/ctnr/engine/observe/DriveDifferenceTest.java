package studio.ctnr.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.FileChange;

/** An overlay's upper layer as the kernel leaves it. */
class DriveDifferenceTest {
    private static final FileTime THEN = FileTime.fromMillis(1_000_000_000_123L);

    @TempDir
    Path folder;

    private Path clean;
    private Path upper;

    @BeforeEach
    void drives() throws IOException {
        clean = Files.createDirectory(folder.resolve("clean"));
        upper = Files.createDirectory(folder.resolve("upper"));
    }

    private static void write(Path drive, String name, String text) throws IOException {
        Path file = drive.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, THEN);
    }

    private void whiteout(String name) throws IOException, InterruptedException {
        Path file = upper.resolve(name);
        Files.createDirectories(file.getParent());
        Process mknod = new ProcessBuilder("mknod", file.toString(), "c", "0", "0")
                .inheritIO()
                .start();
        assertThat(mknod.waitFor()).isZero();
    }

    private static void mark(Path file, String name, String value) throws IOException {
        Files.getFileAttributeView(file, UserDefinedFileAttributeView.class)
                .write(name, ByteBuffer.wrap(value.getBytes(StandardCharsets.US_ASCII)));
    }

    private List<String> changes(boolean whole) throws IOException {
        Path spool = folder.resolve("files");
        try (FileSpool.Writer writer = new FileSpool.Writer(spool)) {
            DriveDifference.write(WindowsPath.of("C:\\"), clean, upper, whole, folder.resolve("before"), writer);
        }
        try (Stream<FileChange> changes = FileSpool.read(spool)) {
            return changes.map(change -> change.kind() + " " + change.path()).toList();
        }
    }

    private List<String> content() throws IOException {
        try (Stream<Path> all = Files.walk(upper)) {
            return all.filter(path -> !path.equals(upper))
                    .map(path -> upper.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void addedChangedAndDeletedFilesAreFoundAndOnlyContentIsLeft() throws Exception {
        write(clean, "dir/changed.txt", "old");
        write(clean, "dir/gone.txt", "gone");
        write(clean, "lost/deep/leaf.txt", "leaf");
        write(upper, "dir/changed.txt", "newer");
        write(upper, "dir.txt", "beside");
        write(upper, "new/a.txt", "");
        whiteout("dir/gone.txt");
        whiteout("lost");
        assertThat(changes(false))
                .containsExactly(
                        "CHANGED C:\\dir\\changed.txt",
                        "DELETED C:\\dir\\gone.txt",
                        "ADDED C:\\dir.txt",
                        "DELETED C:\\lost",
                        "DELETED C:\\lost\\deep",
                        "DELETED C:\\lost\\deep\\leaf.txt",
                        "ADDED C:\\new",
                        "ADDED C:\\new\\a.txt");
        assertThat(content()).containsExactly("dir", "dir.txt", "dir/changed.txt", "new", "new/a.txt");
    }

    @Test
    void whatSmallChangedFilesHeldBeforeIsKept() throws IOException {
        write(clean, "a/settings.ini", "old");
        write(clean, "a/large.bin", "x".repeat((1 << 20) + 1));
        write(clean, "a/same.txt", "same");
        write(upper, "a/settings.ini", "new");
        write(upper, "a/large.bin", "y");
        write(upper, "a/same.txt", "same");
        write(upper, "a/added.txt", "new");
        changes(false);
        assertThat(folder.resolve("before/a/settings.ini")).hasContent("old");
        assertThat(folder.resolve("before/a").toFile().list()).hasSize(1);
    }

    @Test
    void whatWasOnlyTouchedOrRewrittenIsNoChange() throws IOException {
        write(clean, "a/same.txt", "same");
        write(clean, "a/touched.txt", "text");
        write(upper, "a/same.txt", "same");
        write(upper, "a/touched.txt", "text");
        Files.setLastModifiedTime(upper.resolve("a/touched.txt"), FileTime.fromMillis(0));
        assertThat(changes(false)).isEmpty();
        assertThat(content()).isEmpty();
    }

    @Test
    void attributesAreAChange() throws IOException {
        write(clean, "hidden.txt", "x");
        write(clean, "locked.txt", "x");
        write(upper, "hidden.txt", "x");
        write(upper, "locked.txt", "x");
        mark(upper.resolve("hidden.txt"), "DOSATTRIB", "0x6\0");
        Files.setPosixFilePermissions(upper.resolve("locked.txt"), PosixFilePermissions.fromString("r--r--r--"));
        assertThat(changes(false)).containsExactly("CHANGED C:\\hidden.txt", "CHANGED C:\\locked.txt");
        try (Stream<FileChange> changes = FileSpool.read(folder.resolve("files"))) {
            assertThat(changes.map(change -> change.after().orElseThrow().attributes()))
                    .containsExactly(6, 1);
        }
    }

    @Test
    void aFolderThatWasMadeAnewHidesWhatItHad() throws IOException {
        write(clean, "app/old.txt", "old");
        write(clean, "app/kept.txt", "kept");
        write(upper, "app/kept.txt", "kept");
        mark(upper.resolve("app"), "overlay.opaque", "y");
        assertThat(changes(false)).containsExactly("DELETED C:\\app\\old.txt");
    }

    @Test
    void aFileInAnotherCaseIsTheSameFile() throws Exception {
        write(clean, "Read.Me", "old");
        whiteout("Read.Me");
        write(upper, "README.TXT", "x");
        write(upper, "read.me", "new");
        assertThat(changes(false)).containsExactly("CHANGED C:\\read.me", "ADDED C:\\README.TXT");
    }

    @Test
    void aFolderInThePlaceOfAFileAndTheOtherWayRound() throws Exception {
        write(clean, "a", "file");
        write(clean, "b/c.txt", "in a folder");
        write(upper, "a/x.txt", "x");
        write(upper, "b", "file");
        assertThat(changes(false))
                .containsExactly("CHANGED C:\\a", "ADDED C:\\a\\x.txt", "CHANGED C:\\b", "DELETED C:\\b\\c.txt");
    }

    @Test
    void linksAndNamesThatWindowsCanNotHaveAreTakenOut() throws IOException {
        Files.createSymbolicLink(upper.resolve("link.txt"), Path.of("/etc/passwd"));
        Files.createDirectories(upper.resolve("sub"));
        Files.createSymbolicLink(upper.resolve("sub/dir"), Path.of("/etc"));
        write(upper, "bad:name", "x");
        write(upper, "trailing.", "x");
        write(upper, "ok.txt", "x");
        assertThat(changes(false)).containsExactly("ADDED C:\\ok.txt", "ADDED C:\\sub");
        assertThat(content()).containsExactly("ok.txt", "sub");
    }

    @Test
    void specialRightsAreTakenAway() throws Exception {
        write(upper, "root.exe", "x");
        assertThat(new ProcessBuilder("chmod", "4755", upper.resolve("root.exe").toString())
                        .start()
                        .waitFor())
                .isZero();
        changes(false);
        assertThat((Integer) Files.getAttribute(upper.resolve("root.exe"), "unix:mode") & 07000)
                .isZero();
    }

    @Test
    void inACopyWhatIsMissingWasDeleted() throws IOException {
        write(clean, "a/same.txt", "same");
        write(clean, "a/gone.txt", "gone");
        write(clean, "b/leaf.txt", "leaf");
        write(upper, "a/same.txt", "same");
        write(upper, "a/new.txt", "new");
        assertThat(changes(true))
                .containsExactly(
                        "DELETED C:\\a\\gone.txt", "ADDED C:\\a\\new.txt", "DELETED C:\\b", "DELETED C:\\b\\leaf.txt");
        assertThat(content()).containsExactly("a", "a/new.txt");
    }
}
