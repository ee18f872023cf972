package studio.ctnr.studio.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.toolkit.text.Language;
import studio.ctnr.toolkit.theme.Appearance;
import studio.ctnr.wizard.host.MachineDefaults;

class SettingsFileTest {
    @TempDir
    private Path folder;

    private Path path;
    private SettingsFile file;

    @BeforeEach
    void open() {
        path = folder.resolve("state/studio.json");
        file = new SettingsFile(path);
    }

    private static Settings chosen() {
        return new Settings(
                Appearance.DARK,
                Optional.of(Language.SPANISH),
                Optional.of(150),
                false,
                true,
                false,
                new MachineDefaults(true, "win7", 60),
                Optional.of(new Settings.WindowPlace(10, 20, 1300, 900, true)),
                Map.of("7zip", Map.of("Panels", "HKCU\\Software\\7-Zip\\FM")),
                Map.of("library.inspector", 0.7));
    }

    @Test
    void aFirstStartHasTheFirstSettings() {
        assertThat(file.load()).isEqualTo(Settings.FIRST);
    }

    @Test
    void whatIsSavedIsLoaded() {
        file.save(chosen());

        assertThat(file.load()).isEqualTo(chosen());
        assertThat(path.getParent()).isDirectoryContaining(each -> each.equals(path));
        assertThat(path.getParent())
                .isDirectoryNotContaining(each -> each.toString().endsWith(".new"));
    }

    @Test
    void whatIsNotUnderstoodCostsOnlyItself() throws IOException {
        file.save(chosen());
        Files.writeString(
                path,
                Files.readString(path)
                        .replace("\"DARK\"", "\"SEPIA\"")
                        .replace("0.7", "\"wide\"")
                        .replace("\"scale\" : 150", "\"scale\" : 3000")
                        .replace("\"version\" : 1", "\"version\" : 9, \"future\" : [1]"));

        Settings loaded = file.load();

        assertThat(loaded.appearance()).isEqualTo(Appearance.SYSTEM);
        assertThat(loaded.measures()).isEmpty();
        assertThat(loaded.scale()).isEmpty();
        assertThat(loaded.language()).contains(Language.SPANISH);
        assertThat(loaded.window()).isEqualTo(chosen().window());
    }

    @Test
    void whatIsNoJsonIsKeptAside() throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "{ half");

        assertThat(file.load()).isEqualTo(Settings.FIRST);
        assertThat(path.resolveSibling("studio.json.unreadable")).hasContent("{ half");
    }

    @Test
    void theWriterEndsWithTheLastState() {
        try (SettingsWriter writer = new SettingsWriter(file, Executors.newSingleThreadExecutor())) {
            for (int i = 0; i < 50; i++) {
                writer.save(Settings.FIRST.withMeasures(Map.of("width", (double) i)));
            }
        }

        assertThat(file.load().measures()).containsEntry("width", 49.0);
    }
}
