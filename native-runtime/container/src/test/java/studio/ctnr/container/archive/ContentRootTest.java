package studio.ctnr.container.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.archive.manifest.Manifest;
import studio.ctnr.container.archive.manifest.Sha256;

class ContentRootTest {
    @TempDir
    private Path temporary;

    @Test
    void aFolderAndItsArchiveHaveTheSameRoot() throws IOException {
        Path folder = SampleContainer.create(temporary.resolve("sample"));
        Manifest manifest = new ArchiveBuilder(SampleContainer.INFO).build(folder, temporary.resolve("sample.ctnr"));
        assertThat(ContentRoot.of(folder)).isEqualTo(ContentRoot.of(manifest));
    }

    @Test
    void everyChangeOfContentIsSeenAndOneOfConfigIsNot() throws IOException {
        Path folder = SampleContainer.create(temporary.resolve("sample"));
        Sha256 before = ContentRoot.of(folder);
        Files.writeString(folder.resolve("config.yml"), "other");
        Files.writeString(folder.resolve("logs/events.log"), "other");
        assertThat(ContentRoot.of(folder)).isEqualTo(before);
        Files.createFile(folder.resolve("user/.wh.gone.txt"));
        Sha256 withWhiteout = ContentRoot.of(folder);
        assertThat(withWhiteout).isNotEqualTo(before);
        Files.writeString(folder.resolve("user/AppData/Roaming/hidden.ini"), "[y]\n");
        assertThat(ContentRoot.of(folder)).isNotEqualTo(withWhiteout);
    }
}
