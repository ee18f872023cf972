package studio.ctnr.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {
    @TempDir
    private Path folder;

    @Test
    void deletesAFolderWithAllThatItHoldsWhateverItsRightsAndNothingBehindItsLinks() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("kept"), "");
        Path tree =
                Files.createDirectories(folder.resolve("tree/a/b")).getParent().getParent();
        Files.createSymbolicLink(tree.resolve("a/link"), outside);
        Files.createSymbolicLink(tree.resolve("a/nowhere"), folder.resolve("nowhere"));
        Files.writeString(tree.resolve("a/b/file"), "");
        for (String closed : new String[] {"a/b/file", "a/b", "a"}) {
            Files.setPosixFilePermissions(tree.resolve(closed), PosixFilePermissions.fromString("---------"));
        }
        FileTree.delete(tree);
        assertThat(tree).doesNotExist();
        assertThat(outside.resolve("kept")).exists();
    }

    @Test
    void deletesAFileOrALinkAloneAndMindsNothingThere() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
        FileTree.delete(link);
        assertThat(folder).exists();
        FileTree.delete(file);
        FileTree.delete(file);
        assertThat(file).doesNotExist();
    }
}
