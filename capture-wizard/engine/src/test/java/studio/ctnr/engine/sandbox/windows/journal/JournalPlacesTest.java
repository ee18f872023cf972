package studio.ctnr.engine.sandbox.windows.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.observe.ChangedPlaces;

class JournalPlacesTest {
    private static final int WRITTEN = 1;
    private static final int ROOT = 5;

    private final JournalPlaces places = new JournalPlaces();

    private void folder(int file, int parent, String name, int reasons) {
        places.add(new JournalRecord(new FileId(file, 0), new FileId(parent, 0), name, reasons, true));
    }

    private void file(int file, int parent, String name, int reasons) {
        places.add(new JournalRecord(new FileId(file, 0), new FileId(parent, 0), name, reasons, false));
    }

    private List<String> found(Map<Integer, String> now) throws IOException {
        ChangedPlaces.Builder found = new ChangedPlaces.Builder();
        places.addTo(found, id -> Optional.ofNullable(now.get((int) id.low())).map(WindowsPath::of));
        return found.build().lines().toList();
    }

    @Test
    void aFileThatIsWrittenToIsOnePlace() throws IOException {
        file(40, 30, "log.txt", WRITTEN);
        file(40, 30, "log.txt", WRITTEN | 0x8000_0000);
        assertThat(found(Map.of(30, "C:\\App"))).containsExactly("C:\\App\\log.txt");
    }

    @Test
    void aFolderIsWholeWhenItComesGoesOrMovesAndNotWhenItsAttributesChange() throws IOException {
        folder(31, ROOT, "attributes", 0x8000);
        folder(32, ROOT, "new", JournalRecord.CREATED);
        folder(33, ROOT, "gone", JournalRecord.DELETED);
        folder(34, ROOT, "old", JournalRecord.OLD_NAME);
        folder(34, 32, "moved", JournalRecord.NEW_NAME);
        assertThat(found(Map.of(ROOT, "C:\\", 32, "C:\\new", 34, "C:\\new\\moved")))
                .containsExactly("C:\\attributes", "C:\\gone\\**", "C:\\new\\**", "C:\\old\\**");
    }

    @Test
    void whatLayInAFolderThatIsGoneLiesInThePlacesOfTheFolder() throws IOException {
        file(40, 31, "deep.txt", JournalRecord.DELETED);
        folder(31, 30, "inner", JournalRecord.DELETED);
        folder(30, ROOT, "outer", JournalRecord.OLD_NAME);
        folder(30, ROOT, "renamed", JournalRecord.NEW_NAME);
        folder(30, ROOT, "renamed", JournalRecord.DELETED);
        assertThat(found(Map.of(ROOT, "C:\\"))).containsExactly("C:\\outer\\**", "C:\\renamed\\**");
    }

    @Test
    void aFolderThatMovedIsWholeWhereItWasAndWhereItIs() throws IOException {
        file(40, 30, "file", WRITTEN);
        folder(30, ROOT, "a", JournalRecord.OLD_NAME);
        folder(30, 31, "b", JournalRecord.NEW_NAME);
        assertThat(found(Map.of(ROOT, "C:\\", 30, "C:\\c\\b", 31, "C:\\c")))
                .containsExactly("C:\\a\\**", "C:\\c\\b\\**");
    }

    @Test
    void withoutNamesWhatIsThereIsFoundByItsNumberAndWhatIsGoneByItsFolder() throws IOException {
        file(40, 30, "", WRITTEN);
        file(41, 31, "", JournalRecord.DELETED);
        file(42, 32, "", JournalRecord.CREATED);
        file(43, 33, "", WRITTEN);
        assertThat(found(Map.of(
                        30, "C:\\a", 31, "C:\\b", 32, "C:\\c", 33, "C:\\d", 40, "C:\\a\\written", 42, "C:\\c\\new")))
                .containsExactly("C:\\a\\written", "C:\\b\\**", "C:\\c\\new", "C:\\d\\**");
    }

    @Test
    void withoutNamesWhatLayInAFolderThatIsGoneLiesInTheFolderAbove() throws IOException {
        file(40, 31, "", JournalRecord.DELETED);
        folder(31, 30, "", JournalRecord.DELETED);
        assertThat(found(Map.of(30, "C:\\a"))).containsExactly("C:\\a\\**");
    }

    @Test
    void aNameThatIsNoneCountsAsUnknown() throws IOException {
        file(40, 30, "..", JournalRecord.DELETED);
        file(41, 31, "a\nb", JournalRecord.DELETED);
        file(42, 32, "a\\b", JournalRecord.DELETED);
        assertThat(found(Map.of(30, "C:\\a", 31, "C:\\b", 32, "C:\\c")))
                .containsExactly("C:\\a\\**", "C:\\b\\**", "C:\\c\\**");
    }
}
