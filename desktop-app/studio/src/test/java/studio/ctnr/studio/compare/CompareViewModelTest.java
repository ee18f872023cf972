package studio.ctnr.studio.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.studio.compare.DifferenceRow.Part;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.support.FakeDesk;
import studio.ctnr.workbench.compare.Change;
import studio.ctnr.workbench.compare.Comparison;
import studio.ctnr.workbench.compare.RegistryDifference;
import studio.ctnr.workbench.compare.SettingDifference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class CompareViewModelTest {
    private final FakeDesk user = new FakeDesk();
    private CompareViewModel model;
    private Optional<IOException> failure = Optional.empty();

    @BeforeEach
    void make() {
        model = new CompareViewModel(new Fake(), Background.immediate());
        model.offer();
    }

    @Test
    void showsTheDifferencesAndCountsThem() {
        model.firstProperty().set("a");
        model.secondProperty().set("b");
        model.compare();

        assertThat(model.rows()).extracting(DifferenceRow::what).containsExactly("version", "HKCU\\Software\\A\\Count");
        assertThat(model.count(Part.REGISTRY)).isEqualTo(1);
        assertThat(model.rows().get(1).after()).isEqualTo("0x00000002 (2)");
        assertThat(model.known()).containsExactly("a", "b");
    }

    @Test
    void filtersByPartAndText() {
        model.firstProperty().set("a");
        model.secondProperty().set("b");
        model.compare();

        model.partProperty().set(Optional.of(Part.SETTINGS));
        assertThat(model.rows()).hasSize(1);
        model.partProperty().set(Optional.empty());
        model.textProperty().set("COUNT");
        assertThat(model.rows()).extracting(DifferenceRow::part).containsExactly(Part.REGISTRY);
    }

    @Test
    void swapsTheTwo() {
        model.firstProperty().set("a");
        model.secondProperty().set("b");
        model.compare();
        model.swap();

        assertThat(model.firstProperty().get()).isEqualTo("b");
        assertThat(model.comparisonProperty().get().orElseThrow().first().id()).isEqualTo("b");
    }

    @Test
    void saysWhyItCannotCompare() {
        failure = Optional.of(new IOException("a.ctnr is damaged"));
        model.firstProperty().set("a.ctnr");
        model.secondProperty().set("b");
        model.compare();

        assertThat(model.problemProperty().get()).isEqualTo("a.ctnr is damaged");
        assertThat(model.runningProperty().get()).isFalse();
    }

    @Test
    void whatIsShownIsExportedAsTextJsonAndCsv(@TempDir Path folder) throws IOException {
        model.firstProperty().set("a");
        model.secondProperty().set("b");
        model.compare();
        for (String name : List.of("d.txt", "d.json", "d.csv")) {
            user.dialogs.chosen = List.of(folder.resolve(name));
            new CompareActions(model, user.desk, () -> {}).export.perform();
        }

        assertThat(folder.resolve("d.txt")).hasContent("""
                --- a
                +++ b
                ~ version: 1 -> 2
                ~ HKCU\\Software\\A\\Count: 0x00000001 (1) -> 0x00000002 (2)
                """);
        assertThat(Files.readString(folder.resolve("d.csv")))
                .isEqualTo("\ufeffpart,change,what,before,after\r\nsettings,changed,version,1,2\r\n"
                        + "registry,changed,HKCU\\Software\\A\\Count,0x00000001 (1),0x00000002 (2)\r\n");
        JsonNode json = new ObjectMapper().readTree(Files.readString(folder.resolve("d.json")));
        assertThat(json.path("second").asString()).isEqualTo("b");
        assertThat(json.path("differences")).hasSize(2);
        assertThat(json.path("differences").get(0).path("after").asString()).isEqualTo("2");

        model.partProperty().set(Optional.of(Part.SETTINGS));
        user.dialogs.chosen = List.of(folder.resolve("d.txt"));
        new CompareActions(model, user.desk, () -> {}).export.perform();
        assertThat(Files.readString(folder.resolve("d.txt"))).doesNotContain("Count");

        user.dialogs.chosen = List.of(folder.resolve("none/d.txt"));
        new CompareActions(model, user.desk, () -> {}).export.perform();
        assertThat(user.notices.getLast().text()).contains("d.txt");
    }

    private final class Fake implements Comparing {
        @Override
        public List<String> known() {
            return List.of("a", "b");
        }

        @Override
        public Comparison compare(String first, String second) throws IOException {
            if (failure.isPresent()) {
                throw failure.get();
            }
            return new Comparison(
                    new Comparison.Side(first, first, first, "1"),
                    new Comparison.Side(second, second, second, "2"),
                    List.of(new SettingDifference("version", Change.CHANGED, Optional.of("1"), Optional.of("2"))),
                    List.of(),
                    List.of(new RegistryDifference(
                            "HKCU\\Software\\A",
                            Optional.of("Count"),
                            Change.CHANGED,
                            Optional.of(RegistryValue.dword("Count", 1)),
                            Optional.of(RegistryValue.dword("Count", 2)))));
        }
    }
}
