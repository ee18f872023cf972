package studio.ctnr.studio.editor.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.studio.bench.SampleContainers;
import studio.ctnr.studio.editor.config.ConfigModel;
import studio.ctnr.toolkit.support.FakeDesk;

class OverviewViewModelTest {
    @TempDir
    private Path folder;

    private final FakeDesk user = new FakeDesk();
    private final List<String> shown = new ArrayList<>();
    private ConfigModel config;

    private OverviewViewModel model() {
        config = new ConfigModel(
                folder.resolve("config.yml"), "id: a\nname: A\nversion: \"1\"\n", user.desk.background());
        return new OverviewViewModel(
                new OverviewSubject(SampleContainers.at(folder), entry -> shown.add("run " + entry.orElse("")), () -> {
                    throw new IOException("no audit");
                }),
                config,
                user.desk,
                shown::add);
    }

    private void put(String path, int size) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.write(folder.resolve(path), new byte[size]);
    }

    @Test
    void eachPartIsCountedForItself() throws IOException {
        put("rootfs/ProgramFiles/A/a.exe", 100);
        put("user/AppData/Roaming/A/a.ini", 10);
        put("bin/launcher.exe", 1000);
        put("bin/runtime/x64/ctnr.dll", 2000);
        put("snapshots/blobs/ab/ab.zst", 5);
        put("logs/events.log", 3);
        put("temp/x", 4);
        OverviewViewModel model = model();
        model.look();

        Contents contents = model.contentsProperty().get().orElseThrow();
        assertThat(contents.application()).isEqualTo(new Contents.Share(1, 100));
        assertThat(contents.user()).isEqualTo(new Contents.Share(1, 10));
        assertThat(contents.runtime()).isEqualTo(new Contents.Share(2, 3000));
        assertThat(contents.states()).isEqualTo(new Contents.Share(1, 5));
        assertThat(contents.passing()).isEqualTo(new Contents.Share(2, 7));
        assertThat(contents.bytes()).isEqualTo(3122);
    }

    @Test
    void keysAndValuesOfBothHivesAreCounted() throws IOException {
        Files.createDirectories(folder.resolve("user/Registry"));
        for (String name : List.of("HKCU.hiv", "HKLM-SW.hiv")) {
            Hive hive = Hive.empty();
            hive.root().findOrCreate("Software\\A").put(RegistryValue.text("x", "y"));
            hive.write(folder.resolve("user/Registry").resolve(name));
        }
        OverviewViewModel model = model();
        model.look();

        Contents contents = model.contentsProperty().get().orElseThrow();
        assertThat(contents.keys()).isEqualTo(4);
        assertThat(contents.values()).isEqualTo(2);
    }

    @Test
    void aDamagedHiveIsToldOf() throws IOException {
        put("user/Registry/HKCU.hiv", 8192);
        OverviewViewModel model = model();
        model.look();

        assertThat(model.contentsProperty().get()).isEmpty();
        assertThat(user.notices)
                .singleElement()
                .satisfies(notice -> assertThat(notice.text()).contains("OVERVIEW-READ"));
    }

    @Test
    void itFollowsWhatIsEdited() {
        OverviewViewModel model = model();
        config.set("name", "B");
        assertThat(model.configProperty().get().orElseThrow().name()).isEqualTo("B");
        model.run("Main");
        model.go("files");
        assertThat(shown).containsExactly("run Main", "files");
    }
}
