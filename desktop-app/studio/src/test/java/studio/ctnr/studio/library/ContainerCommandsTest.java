package studio.ctnr.studio.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.ctnr.studio.bench.FakeBench;
import studio.ctnr.studio.settings.Preferences;
import studio.ctnr.studio.settings.Settings;
import studio.ctnr.toolkit.support.FakeDesk;
import studio.ctnr.toolkit.text.Language;
import studio.ctnr.workbench.inventory.ContainerRecord;

class ContainerCommandsTest {
    private final FakeBench bench = FakeBench.full();
    private final FakeDesk desk = new FakeDesk();
    private final Preferences preferences = new Preferences(Settings.FIRST, changed -> {});
    private final ContainerCommands commands =
            new ContainerCommands(bench, desk.desk, new LibraryViewModelTest.RecordedWays(), preferences);
    private final ContainerRecord putty = bench.containers.get("putty-0.81");

    @BeforeEach
    void speakEnglish() {
        Language.speak(Language.ENGLISH);
    }

    @Test
    void retiringIsAskedAboutByNameAndCanBeUndone() {
        commands.retire(putty);
        assertThat(bench.asked).isEmpty();

        desk.dialogs.answer("Retire container");
        assertThat(bench.containers).doesNotContainKey("putty-0.81");

        desk.notices.getLast().act().orElseThrow().act().run();
        assertThat(bench.containers).containsKey("putty-0.81");
    }

    @Test
    void retiringIsNotAskedAboutWhereTheSettingsSaySo() {
        preferences.change(settings -> settings.withConfirmRetire(false));

        commands.retire(putty);

        assertThat(desk.dialogs.asked).isEmpty();
        assertThat(bench.asked).containsExactly("retire putty-0.81");
    }

    @Test
    void aSnapshotNeedsALabel() {
        commands.snapshot(putty);

        desk.dialogs.type("");
        assertThat(bench.asked).isEmpty();

        desk.dialogs.type("clean");
        assertThat(bench.asked).containsExactly("snapshot putty-0.81 clean");
    }

    @Test
    void aCopyGetsAnIdThatFollowsFromItsName() {
        commands.duplicate(putty);

        desk.dialogs.type("PuTTY für Änne (2)");

        assertThat(bench.asked).containsExactly("duplicate putty-0.81 putty-fur-anne-2");
    }

    @Test
    void anExportProposesTheIdAsTheFilesName() {
        desk.dialogs.chosen = List.of(Path.of("/out/p.ctnr"));

        commands.export(putty);

        assertThat(desk.dialogs.choices.getFirst().name()).contains("putty-0.81.ctnr");
        assertThat(bench.asked).containsExactly("export putty-0.81 p.ctnr");
    }

    @Test
    void tagsAreSplitAtCommasAndInLowerCase() {
        commands.editTags(putty);

        desk.dialogs.type(" Core, net,,");

        assertThat(bench.containers.get("putty-0.81").tags()).containsExactly("core", "net");
    }

    @Test
    void theChosenEntryPointIsStarted() {
        commands.run(putty, Optional.of("pscp"));

        assertThat(bench.asked).containsExactly("run putty-0.81 pscp");
    }

    @Test
    void aFailureIsToldWithItsCodeAndAWayToTryAgain() {
        bench.fail();
        commands.run(putty, Optional.empty());
        assertThat(desk.notices.getFirst().text()).contains("INVENTORY-UNUSABLE");

        bench.failure = Optional.empty();
        desk.notices.getFirst().act().orElseThrow().act().run();

        assertThat(bench.asked).containsExactly("run putty-0.81");
    }
}
