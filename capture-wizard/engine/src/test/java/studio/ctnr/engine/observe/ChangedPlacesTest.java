package studio.ctnr.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.WindowsPath;

class ChangedPlacesTest {
    private final ChangedPlaces places = new ChangedPlaces.Builder()
            .add(WindowsPath.of("C:\\b\\file"))
            .addWhole(WindowsPath.of("C:\\a"))
            .add(WindowsPath.of("C:\\A"))
            .add(WindowsPath.of("C:\\a\\deep"))
            .add(WindowsPath.of("C:\\a b"))
            .addWhole(WindowsPath.of("D:\\"))
            .build();

    @Test
    void coversAPlaceInAnyCaseAndWhatLiesBelowAWholeOne() {
        for (String path : new String[] {"C:\\A", "C:\\a\\x\\y", "C:\\a b", "C:\\B\\FILE", "D:\\", "D:\\any"}) {
            assertThat(places.covers(WindowsPath.of(path))).as(path).isTrue();
        }
        for (String path : new String[] {"C:\\", "C:\\ab", "C:\\a b\\c", "C:\\b", "C:\\b\\file\\x", "E:\\any"}) {
            assertThat(places.covers(WindowsPath.of(path))).as(path).isFalse();
        }
        assertThat(ChangedPlaces.EVERYWHERE.covers(WindowsPath.of("E:\\any"))).isTrue();
    }

    @Test
    void writesALineForEachPlaceInUtf16AndKeepsNamesThatAreNotUnicode(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("places");
        places.write(file);
        assertThat(Files.readString(file, StandardCharsets.UTF_16LE))
                .isEqualTo("C:\\a\\\nC:\\a b\nC:\\b\\file\nD:\\\n");
        new ChangedPlaces.Builder().add(WindowsPath.of("C:\\\udc00")).build().write(file);
        assertThat(Files.readAllBytes(file)).containsExactly('C', 0, ':', 0, '\\', 0, 0x00, 0xDC, '\n', 0);
        assertThatThrownBy(() -> ChangedPlaces.EVERYWHERE.write(file)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aNameThatNoLineHoldsStandsForTheFolderAround() {
        ChangedPlaces odd = new ChangedPlaces.Builder()
                .add(WindowsPath.of("C:\\a\\b\nc\\d"))
                .addWhole(WindowsPath.of("C:\\e\\f\rg"))
                .build();
        assertThat(odd.lines()).containsExactly("C:\\a\\**", "C:\\e\\**");
    }

    @Test
    void showsThePlacesInOrder() {
        assertThat(places.lines()).containsExactly("C:\\a\\**", "C:\\a b", "C:\\b\\file", "D:\\**");
    }
}
