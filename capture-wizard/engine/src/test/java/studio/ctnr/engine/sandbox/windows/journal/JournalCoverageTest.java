package studio.ctnr.engine.sandbox.windows.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.observe.ChangedPlaces;

/** Whatever is done to a drive, no place that differs afterwards is missed. */
class JournalCoverageTest {
    @Property(tries = 3000)
    void everyDifferenceLiesInAPlace(
            @ForAll @Size(max = 25) List<Integer> earlier,
            @ForAll @Size(max = 15) List<Integer> later,
            @ForAll boolean named)
            throws IOException {
        ModelDrive drive = new ModelDrive(named);
        earlier.forEach(drive::act);
        Map<WindowsPath, String> before = drive.snapshot();
        ChangedPlaces places = places(drive, later);
        Map<WindowsPath, String> after = drive.snapshot();
        Set<WindowsPath> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        for (WindowsPath path : all) {
            if (!Objects.equals(before.get(path), after.get(path))) {
                assertThat(places.covers(path))
                        .as("%s of %s", path, places.lines().toList())
                        .isTrue();
            }
        }
    }

    private static ChangedPlaces places(ModelDrive drive, List<Integer> actions) throws IOException {
        JournalPlaces found = new JournalPlaces();
        drive.recordTo(found::add);
        actions.forEach(drive::act);
        ChangedPlaces.Builder places = new ChangedPlaces.Builder();
        found.addTo(places, drive);
        return places.build();
    }

    @Example
    void aDriveOnWhichNothingHappensHasNoPlaces() throws IOException {
        ModelDrive drive = new ModelDrive(true);
        List.of(0, 60_000, 120_001).forEach(drive::act);
        assertThat(drive.snapshot()).hasSize(3);
        assertThat(places(drive, List.of()).lines()).isEmpty();
    }
}
