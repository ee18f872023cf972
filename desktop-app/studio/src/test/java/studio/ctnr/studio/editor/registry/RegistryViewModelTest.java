package studio.ctnr.studio.editor.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.hive.KeptDescriptor;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.hive.RegistryWhiteout;
import studio.ctnr.container.reg.RegFormatException;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.history.EditHistory;

class RegistryViewModelTest {
    private static final KeyPath FM = KeyPath.of("HKCU\\Software\\7-Zip\\FM");

    @TempDir
    private Path folder;

    private final EditHistory history = new EditHistory();
    private SampleRegistry sample;
    private RegistryViewModel model;

    @BeforeEach
    void open() throws IOException {
        sample = SampleRegistry.in(folder);
        model = new RegistryViewModel(
                sample.open(), history, Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC));
    }

    @Test
    void savesWhatWasEditedAndNothingElse() throws IOException {
        byte[] other = Files.readAllBytes(sample.software());
        model.show(FM);
        model.put(RegistryValue.dword("ListMode", 4));
        model.newKey("Columns");
        model.put(RegistryValue.texts("Order", List.of("a", "b")));
        model.registry().save();

        HiveKey saved =
                Hive.read(sample.user()).root().find("Software\\7-Zip\\FM").orElseThrow();
        assertThat(saved.value("ListMode")).contains(RegistryValue.dword("ListMode", 4));
        assertThat(saved.child("Columns").orElseThrow().value("Order"))
                .contains(RegistryValue.texts("Order", List.of("a", "b")));
        assertThat(sample.software()).hasBinaryContent(other);
    }

    @Test
    void undoesEverythingStepByStepToTheVeryBytes() throws IOException {
        byte[] before = Files.readAllBytes(sample.user());
        model.show(FM);
        model.put(RegistryValue.dword("ListMode", 4));
        model.renameValue("ListMode", "Mode");
        model.deleteValue("Mode");
        model.hideValue("Hidden");
        model.newKey("New");
        model.renameKey("Renamed");
        model.show(FM);
        model.renameKey("Manager");
        model.deleteKey();
        int steps = 8;

        for (int i = 0; i < steps; i++) {
            model.undo();
        }
        model.registry().save();

        assertThat(history.canUndoProperty().get()).isFalse();
        assertThat(sample.user()).hasBinaryContent(before);
        for (int i = 0; i < steps; i++) {
            history.redo();
        }
        assertThat(model.registry().find(KeyPath.of("HKCU\\Software\\7-Zip\\Manager")))
                .isEmpty();
        assertThat(model.registry().find(FM)).isEmpty();
    }

    @Test
    void doesWhatARegFileAsksForAndTakesItBack() throws IOException {
        byte[] before = Files.readAllBytes(sample.user());
        Path file = folder.resolve("a.reg");
        Files.writeString(
                file, """
                Windows Registry Editor Version 5.00

                [-HKEY_CURRENT_USER\\Software\\7-Zip\\FM]

                [HKEY_CURRENT_USER\\Software\\New\\Deep]
                "a"=dword:00000001
                "a"=dword:00000002

                [HKEY_CLASSES_ROOT\\.7z]
                @="7-Zip.7z"
                """.replace("\n", "\r\n").transform(text -> "\ufeff" + text), StandardCharsets.UTF_16LE);
        model.show(FM);

        model.importReg(RegFileImport.read(model.registry(), file), "a.reg");

        assertThat(model.registry().find(FM)).isEmpty();
        assertThat(model.keyProperty().get()).isEqualTo(FM.parent());
        assertThat(model.registry().key(KeyPath.of("HKCU\\Software\\New\\Deep")).value("a"))
                .contains(RegistryValue.dword("a", 2));
        assertThat(model.registry()
                        .key(KeyPath.of("HKLM\\Software\\Classes\\.7z"))
                        .value(""))
                .contains(RegistryValue.text("", "7-Zip.7z"));

        model.undo();
        model.registry().save();
        assertThat(sample.user()).hasBinaryContent(before);
    }

    @Test
    void refusesARegFileForAnotherPartOfTheRegistryBeforeAnythingIsDone() throws IOException {
        Path file = folder.resolve("a.reg");
        Files.writeString(file, "REGEDIT4\r\n\r\n[HKEY_LOCAL_MACHINE\\System\\X]\r\n");

        assertThatThrownBy(() -> RegFileImport.read(model.registry(), file))
                .isInstanceOf(RegFormatException.class)
                .hasMessageContaining("System");
    }

    @Test
    void knowsWhatAValueWasBeforeAndGoesBackToIt() {
        model.show(FM);
        model.put(RegistryValue.dword("ListMode", 4));
        model.put(RegistryValue.dword("ListMode", 5));

        assertThat(model.original("ListMode")).contains(Optional.of(RegistryValue.dword("ListMode", 0x303)));
        model.revert("ListMode");
        assertThat(model.registry().key(FM).value("ListMode")).contains(RegistryValue.dword("ListMode", 0x303));
        assertThat(model.original("ListMode")).isEmpty();
    }

    @Test
    void hidesAValueOfTheHost() {
        model.show(FM);
        model.hideValue("ListMode");

        assertThat(model.registry().key(FM).value("ListMode").filter(RegistryWhiteout::is))
                .isPresent();
        assertThat(model.rows()).anyMatch(row -> row.name().equals("ListMode") && row.isWhiteout());
    }

    @Test
    void aDescriptorThatAnApplicationSetIsNoValueAndStaysWithItsKey() throws IOException {
        RegistryValue kept = new RegistryValue(KeptDescriptor.NAME, KeptDescriptor.VALUE_TYPE, new byte[] {1, 0});
        HiveKey key = model.registry().key(FM);
        model.show(FM);
        assertThat(model.securedProperty().get()).isFalse();
        key.put(kept);
        model.show(FM);
        assertThat(model.securedProperty().get()).isTrue();
        assertThat(model.rows()).noneMatch(row -> row.name().equals(KeptDescriptor.NAME));
        assertThat(model.wrongValueName("CTNR.Security", Optional.empty())).isPresent();
        assertThat(RegistrySearch.find(model.registry(), "ctnr.security", () -> false)
                        .places())
                .isEmpty();

        Path exported = folder.resolve("fm.reg");
        model.registry().export(FM, exported);
        assertThat(Files.readString(exported, StandardCharsets.UTF_16LE))
                .contains("ListMode")
                .doesNotContain("ctnr.security");

        model.renameKey("Manager");
        assertThat(model.securedProperty().get()).isTrue();
        model.put(RegistryValue.dword("ListMode", 4));
        model.registry().save();
        assertThat(Hive.read(sample.user())
                        .root()
                        .find("Software\\7-Zip\\Manager")
                        .orElseThrow()
                        .value(KeptDescriptor.NAME))
                .contains(kept);
    }

    @Test
    void goesToAPathHoweverItIsWritten() {
        assertThat(model.go("HKEY_CURRENT_USER\\software\\7-zip\\fm")).isTrue();
        assertThat(model.keyProperty().get()).isEqualTo(FM);
        assertThat(model.go("HKCU\\Nowhere")).isFalse();
        assertThat(model.keyProperty().get()).isEqualTo(FM);
    }

    @Test
    void refusesNamesThatAreTaken() {
        model.show(FM);

        assertThat(model.wrongValueName("LISTMODE", Optional.empty())).isPresent();
        assertThat(model.wrongValueName("LISTMODE", Optional.of("ListMode"))).isEmpty();
        assertThat(model.wrongKeyName(FM.parent(), "fm", Optional.empty())).isPresent();
        assertThat(model.wrongKeyName(FM.parent(), "a\\b", Optional.empty())).isPresent();
        assertThat(model.wrongKeyName(FM.parent(), "New", Optional.empty())).isEmpty();
    }

    @Test
    void findsKeysNamesAndDataForwardsAndBackwards() {
        RegistrySearchModel search = new RegistrySearchModel(model, Background.immediate());
        search.wantedProperty().set("PROGRAM files");

        search.next();
        RegistryPlace first = RegistryPlace.of(
                model.keyProperty().get(), model.rowProperty().get().name());
        assertThat(first).isEqualTo(RegistryPlace.of(FM, "PanelPath0"));
        assertThat(search.statusProperty().get()).startsWith("1");
        search.next();
        assertThat(model.keyProperty().get()).isEqualTo(KeyPath.of("HKLM\\Software\\7-Zip"));
        search.next();
        assertThat(model.keyProperty().get())
                .as("after the last comes the first")
                .isEqualTo(FM);
        search.previous();
        assertThat(model.keyProperty().get()).isEqualTo(KeyPath.of("HKLM\\Software\\7-Zip"));
    }

    @Test
    void aSearchAfterAChangeFindsWhatIsThereNow() {
        RegistrySearchModel search = new RegistrySearchModel(model, Background.immediate());
        search.wantedProperty().set("Needle");
        search.next();
        assertThat(model.rowProperty().get()).isNull();

        model.show(FM);
        model.put(RegistryValue.text("x", "a needle in a haystack"));
        model.show(KeyPath.of("HKCU"));
        search.next();

        assertThat(model.keyProperty().get()).isEqualTo(FM);
    }
}
