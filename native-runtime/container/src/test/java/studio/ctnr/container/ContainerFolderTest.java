package studio.ctnr.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerFolderTest {
    @TempDir
    Path temp;

    @Test
    void aNewContainerHasEveryFolder() throws IOException {
        ContainerFolder folder = ContainerFolder.create(temp.resolve("app"));
        assertThat(folder.rootfs().resolve("ProgramFilesX86")).isEmptyDirectory();
        assertThat(folder.hkcuHive().getParent()).isEmptyDirectory();
        assertThat(folder.runtime()).isEmptyDirectory();
        assertThat(folder.events().getParent()).isEmptyDirectory();
        assertThat(ContainerFolder.isContainer(folder.root())).isFalse();
    }

    @Test
    void aNewContainerTouchesNothingThatIsInItsWay() throws IOException {
        Files.writeString(temp.resolve("letter.txt"), "mine");
        assertThatThrownBy(() -> ContainerFolder.create(temp))
                .isInstanceOf(InvalidContainerException.class)
                .hasMessageContaining(temp + " is in the way");
        assertThat(temp).isDirectoryContaining(path -> path.endsWith("letter.txt"));
        assertThat(temp.resolve("rootfs")).doesNotExist();
    }

    @Test
    void openingSaysWhatWasFoundInstead() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");
        assertThatThrownBy(() -> ContainerFolder.open(temp)).hasMessageContaining("it holds no config.yml");
        assertThatThrownBy(() -> ContainerFolder.open(file)).hasMessageContaining("is a file");
        assertThatThrownBy(() -> ContainerFolder.open(temp.resolve("none"))).hasMessageContaining("nothing is there");
        Files.writeString(temp.resolve("config.yml"), "");
        assertThat(ContainerFolder.open(temp).config()).isEqualTo(temp.resolve("config.yml"));
    }

    @Test
    void aFileIsFoundWhateverTheCaseOfItsName() throws IOException {
        ContainerFolder folder = ContainerFolder.create(temp.resolve("app"));
        Path file = Files.writeString(folder.rootfs().resolve("ProgramFiles/Émile.exe"), "");
        assertThat(folder.find("ROOTFS/programfiles/éMILE.EXE")).hasValue(file);
        assertThat(folder.find("rootfs/ProgramFiles/other.exe")).isEmpty();
        assertThat(folder.find("rootfs/ProgramFiles/Émile.exe/below")).isEmpty();
    }

    @Test
    void noPathLeavesTheContainer() throws IOException {
        ContainerFolder folder = ContainerFolder.create(temp.resolve("app"));
        assertThatThrownBy(() -> folder.resolve("rootfs/../../app2")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> folder.find("/etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }
}
