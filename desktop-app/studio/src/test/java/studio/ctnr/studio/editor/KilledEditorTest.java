package studio.ctnr.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.hive.RegistryData;
import studio.ctnr.studio.editor.config.ConfigModel;
import studio.ctnr.studio.editor.files.FilesVictim;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.victim.Victim;

/** Programs are killed while they keep drafts of everything that can be edited. */
class KilledEditorTest {
    private static final int TIMES = 8;

    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void wheneverAnEditorIsKilledOneWholeStateOfAllItsEditsIsOfferedAgain() throws Exception {
        Path app = folder.resolve("app");
        Files.createDirectories(app.resolve("rootfs/ProgramFiles/App"));
        Files.createDirectories(app.resolve("user/Registry"));
        Files.writeString(app.resolve("config.yml"), "id: app\nname: App\nversion: \"1\"\n");
        Files.writeString(app.resolve("rootfs/ProgramFiles/App/old.txt"), "old");
        Hive user = Hive.empty();
        user.root().findOrCreate("Software\\7-Zip\\FM");
        user.write(app.resolve("user/Registry/HKCU.hiv"));
        Path added = Files.writeString(folder.resolve("new.txt"), "new");
        Path place = folder.resolve(".app.draft");
        ContainerFolder container = ContainerFolder.open(app);
        Random random = new Random(11);
        int newest = 0;
        for (int i = 0; i < TIMES; i++) {
            Victim.kill(random, DraftVictim.class, app, place, added, newest);

            Path draft = new DraftFolder(place).offer().orElseThrow();
            String state = config(container, draft);
            assertThat(Hive.read(draft.resolve("HKCU.hiv"))
                            .root()
                            .find("Software\\7-Zip\\FM")
                            .flatMap(key -> key.value("State"))
                            .map(value -> RegistryData.text(value.data())))
                    .contains(state);
            assertThat(FilesVictim.stateIn(container, draft)).isEqualTo(state);
            int number = Integer.parseInt(state.substring("state ".length()));
            assertThat(number).as("nothing that was kept is lost").isGreaterThanOrEqualTo(newest);
            newest = number;
        }
        assertThat(Files.readString(app.resolve("config.yml"))).contains("version: \"1\"");
        assertThat(app.resolve("rootfs/ProgramFiles/App/old.txt")).hasContent("old");
    }

    private static String config(ContainerFolder container, Path draft) throws Exception {
        ConfigModel model =
                new ConfigModel(container.config(), Files.readString(container.config()), Background.immediate());
        Optional<Runnable> edit = model.draft(draft);
        edit.orElseThrow().run();
        return model.textAt("version");
    }
}
