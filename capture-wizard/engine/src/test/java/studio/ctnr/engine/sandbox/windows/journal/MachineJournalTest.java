package studio.ctnr.engine.sandbox.windows.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Native;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import studio.ctnr.container.WindowsPath;

class MachineJournalTest {
    private static final FileId ROOT = new FileId(5, 0);
    private static final FileId FILE = new FileId(40, 0);

    private final List<String> closed = new ArrayList<>();

    /** Says that one file was written; fails at the call that {@code fault} names. */
    private final class Drive implements DriveJournal {
        private final String drive;
        private final String fault;

        Drive(String drive, String fault) throws IOException {
            this.drive = drive;
            this.fault = fault;
            failAt("open");
        }

        private void failAt(String call) throws IOException {
            if (fault.equals(call)) {
                throw new IOException("no " + call);
            }
        }

        @Override
        public JournalMark mark() throws IOException {
            failAt("mark");
            return new JournalMark(1, 100);
        }

        @Override
        public void read(JournalMark since, Consumer<JournalRecord> records) throws IOException {
            assertThat(since).isEqualTo(new JournalMark(1, 100));
            records.accept(new JournalRecord(FILE, ROOT, "file", 1, false));
            failAt("read");
        }

        @Override
        public Optional<WindowsPath> path(FileId file) throws IOException {
            failAt("path");
            return Optional.of(WindowsPath.of(drive)).filter(root -> file.equals(ROOT));
        }

        @Override
        public void close() {
            closed.add(drive + fault);
        }
    }

    private List<String> places(String... faults) throws IOException {
        List<String> drives = List.of("C:\\", "D:\\", "E:\\").subList(0, faults.length);
        try (MachineJournal journal =
                MachineJournal.watch(drives, drive -> new Drive(drive, faults[drive.charAt(0) - 'C']))) {
            return journal.places().lines().toList();
        }
    }

    @Test
    void findsThePlacesOfEachDrive() throws IOException {
        assertThat(places("", "")).containsExactly("C:\\file", "D:\\file");
        assertThat(closed).containsExactly("C:\\", "D:\\");
    }

    @Test
    void takesADriveWholeWhoseJournalCantBeUsed() throws IOException {
        assertThat(places("", "open")).containsExactly("C:\\file", "D:\\**");
        assertThat(places("mark", "")).containsExactly("C:\\**", "D:\\file");
        assertThat(places("", "read", "path")).containsExactly("C:\\file", "D:\\**", "E:\\**");
        assertThat(closed).containsExactly("C:\\", "C:\\mark", "D:\\", "C:\\", "D:\\read", "E:\\path");
    }

    @Test
    void itsWindowsFunctionsCanBeLoadedByJna() {
        // the module lets JNA in; the functions themselves are looked for when they are called
        assertThat(Native.load("c", WindowsFiles.class)).isNotNull();
    }
}
