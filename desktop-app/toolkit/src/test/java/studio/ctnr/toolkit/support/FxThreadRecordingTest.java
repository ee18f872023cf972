package studio.ctnr.toolkit.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FxThreadRecordingTest extends FxTest {
    @Test
    void aFileThatIsReadOnTheFxThreadIsFoundAndOneReadElsewhereIsNot(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "a");
        try (FxThreadRecording recording = new FxThreadRecording()) {
            Files.readAllBytes(file);
            assertThat(recording.found()).isEmpty();

            onFx(() -> Files.readAllBytes(file));
            assertThat(recording.found())
                    .singleElement()
                    .asString()
                    .startsWith("jdk.FileRead in " + getClass().getName());
        }
    }
}
