package studio.ctnr.studio.editor.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.hive.KeptDescriptor;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.history.EditHistory;
import studio.ctnr.workbench.compare.Change;

class RegistryComparisonTest {
    private static final KeyPath ZIP = KeyPath.of("HKCU\\Software\\7-Zip");
    private static final KeyPath FM = ZIP.resolve("FM");
    private static final KeyPath BENCH = ZIP.resolve("Benchmark");

    @TempDir
    private Path folder;

    private final EditHistory history = new EditHistory();
    private SampleRegistry sample;
    private RegistryViewModel model;
    private RegistryComparison comparison;

    @BeforeEach
    void open() throws IOException {
        sample = SampleRegistry.in(folder);
        model = new RegistryViewModel(sample.open(), history, Clock.systemUTC());
        Hive other = Hive.read(sample.user());
        HiveKey fm = other.root().findOrCreate("Software\\7-Zip\\FM");
        fm.put(RegistryValue.dword("ListMode", 1));
        fm.removeValue("PanelPath0");
        other.root().findOrCreate("Software\\7-Zip\\Benchmark\\Last").put(RegistryValue.text("Rating", "3.4"));
        other.root().findOrCreate("Software\\7-Zip").removeChild("Options");
        comparison = new RegistryComparison(
                model,
                new SampleRegistries(
                        Map.of("other", Map.of("HKCU", other, "HKLM\\Software", Hive.read(sample.software())))),
                Background.immediate());
        comparison.openProperty().set(true);
        comparison.sourceProperty().set("other");
        comparison.compare();
    }

    @Test
    void keysAndValuesAreMarkedAsWhatThisOneDidToTheOther() {
        assertThat(comparison.rows())
                .extracting(each -> each.key(), each -> each.place().value(), Difference::change)
                .containsExactly(
                        tuple(BENCH, Optional.empty(), Change.REMOVED),
                        tuple(BENCH.resolve("Last"), Optional.empty(), Change.REMOVED),
                        tuple(BENCH.resolve("Last"), Optional.of("Rating"), Change.REMOVED),
                        tuple(FM, Optional.of("ListMode"), Change.CHANGED),
                        tuple(FM, Optional.of("PanelPath0"), Change.ADDED),
                        tuple(ZIP.resolve("Options"), Optional.empty(), Change.ADDED));
        Differences differences = comparison.differencesProperty().get();
        assertThat(differences.of(RegistryPlace.of(FM, "listmode")).orElseThrow())
                .extracting(Difference::ours, Difference::theirs)
                .containsExactly(
                        Optional.of(RegistryValue.dword("ListMode", 0x303)),
                        Optional.of(RegistryValue.dword("ListMode", 1)));
        assertThat(differences.of(ZIP.resolve("Options"))).contains(Change.ADDED);
        assertThat(differences.holds(ZIP)).isTrue();
        assertThat(differences.holds(ZIP.resolve("Compression"))).isFalse();
        assertThat(comparison.known()).containsExactly("other");
    }

    @Test
    void theDifferencesFollowEachEditAndItsUndoing() {
        model.show(FM);
        model.put(RegistryValue.dword("ListMode", 1));
        assertThat(comparison.rows()).hasSize(5);

        history.undo();
        assertThat(comparison.rows()).hasSize(6);
    }

    @Test
    void goesRoundFromOneToTheNextAndShowsTheNearestKeyThatIsHere() {
        Difference first = comparison.step(null, true).orElseThrow();
        assertThat(first).isEqualTo(comparison.rows().getFirst());
        assertThat(comparison.step(first, false)).contains(comparison.rows().getLast());
        assertThat(comparison.step(null, false)).contains(comparison.rows().getLast());

        comparison.show(first);

        assertThat(model.keyProperty().get()).isEqualTo(ZIP);
    }

    @Test
    void aKeyIsTakenWithAllThatItHoldsAndGivenBackByOneUndo() throws IOException {
        byte[] before = Files.readAllBytes(sample.user());

        comparison.take(List.of(comparison.rows().getFirst()));

        assertThat(model.registry().key(BENCH.resolve("Last")).value("Rating"))
                .contains(RegistryValue.text("Rating", "3.4"));
        assertThat(comparison.rows()).hasSize(3);
        history.undo();
        assertThat(history.canUndoProperty().get()).isFalse();
        model.registry().save();
        assertThat(sample.user()).hasBinaryContent(before);
    }

    @Test
    void takingEverythingLeavesNoDifference() {
        comparison.take(List.copyOf(comparison.rows()));

        assertThat(comparison.rows()).isEmpty();
        assertThat(model.registry().find(ZIP.resolve("Options"))).isEmpty();
        history.undo();
        assertThat(comparison.rows()).hasSize(6);
        history.redo();
        assertThat(comparison.rows()).isEmpty();
    }

    @Test
    void permissionsAreAFactOfTheKeyAndAreTakenWithoutWhatItHolds() {
        RegistryValue kept =
                new RegistryValue(KeptDescriptor.NAME, KeptDescriptor.VALUE_TYPE, new byte[] {'D', 0, ':', 0});
        model.registry().key(ZIP).put(kept);
        model.registry().key(ZIP.resolve("Options")).put(kept);
        comparison.compare();

        Difference permissions = comparison.rows().getFirst();
        assertThat(comparison.rows())
                .hasSize(7)
                .noneMatch(each ->
                        each.place().value().filter(KeptDescriptor.NAME::equals).isPresent());
        assertThat(permissions.key()).isEqualTo(ZIP);
        assertThat(permissions.isOfPermissions()).isTrue();
        assertThat(permissions.ours().map(KeptDescriptor::text)).contains("D:");

        comparison.take(List.of(permissions));

        assertThat(KeptDescriptor.isIn(model.registry().key(ZIP))).isFalse();
        assertThat(comparison.rows()).hasSize(6);
        history.undo();
        assertThat(KeptDescriptor.isIn(model.registry().key(ZIP))).isTrue();
        comparison.take(List.copyOf(comparison.rows()));
        assertThat(comparison.rows()).isEmpty();
    }

    @Test
    void aSingleValueOfAMissingKeyBringsTheKeysOnTheWay() {
        comparison.take(List.of(comparison.rows().get(2)));

        assertThat(model.registry().find(BENCH.resolve("Last"))).isPresent();
        assertThat(comparison.rows()).hasSize(3);
    }

    @Test
    void saysWhatItCannotReadAndForgetsAllWhenItIsClosed() {
        comparison.sourceProperty().set("nowhere");
        comparison.compare();
        assertThat(comparison.problemProperty().get().sentence()).contains("nowhere");

        comparison.openProperty().set(false);

        assertThat(comparison.problemProperty().get()).isNull();
        assertThat(comparison.rows()).isEmpty();
        model.show(FM);
        model.put(RegistryValue.dword("ListMode", 9));
        assertThat(comparison.rows()).isEmpty();
    }
}
