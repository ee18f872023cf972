package studio.ctnr.studio.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

class FuzzyMatchTest {
    private static List<String> found(String typed, String... labels) {
        PaletteViewModel model = new PaletteViewModel(List.of(labels).stream()
                .map(label -> new PaletteEntry(label, "", "", BootstrapIcons.PLAY, Optional.empty(), () -> {}))
                .toList());
        model.typedProperty().set(typed);
        return model.found().stream().map(PaletteEntry::label).toList();
    }

    @Test
    void beginningsOfWordsCountMost() {
        assertThat(found("si", "Basic", "Set isolation", "Snapshot")).containsExactly("Set isolation", "Basic");
        assertThat(found("ca", "Vacate", "Capture an installer")).containsExactly("Capture an installer", "Vacate");
        assertThat(found("ci", "Chrome", "Vicinity", "Capture an installer"))
                .containsExactly("Capture an installer", "Vicinity");
    }

    @Test
    void lettersInAnotherOrderDoNotFit() {
        assertThat(found("pz", "7-Zip")).isEmpty();
        assertThat(found("7z", "7-Zip")).containsExactly("7-Zip");
    }

    @Test
    void withoutAnythingTypedTheOrderIsKept() {
        assertThat(found("", "b", "a")).containsExactly("b", "a");
    }
}
