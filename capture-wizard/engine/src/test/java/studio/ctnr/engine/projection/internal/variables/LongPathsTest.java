package studio.ctnr.engine.projection.internal.variables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.engine.projection.RecordedChanges;

class LongPathsTest {
    @TempDir
    private Path folder;

    private LongPaths paths;

    @BeforeEach
    void start() {
        paths = new LongPaths(new RecordedChanges(folder)
                .file("C:\\Program Files (x86)\\NUnit 2.5.2\\bin\\nunit.exe", "")
                .file("C:\\Long Folder One\\a.txt", "")
                .file("C:\\Long Folder Two\\b.txt", "")
                .file("C:\\Unlike the others\\c.txt", ""));
    }

    @Test
    void winesOwnShortNamesBecomeLong() {
        assertThat(paths.restore("C:\\PROG~5P2\\NUNI~DFZ.2\\bin\\nunit.exe"))
                .isEqualTo("C:\\Program Files (x86)\\NUnit 2.5.2\\bin\\nunit.exe");
    }

    @Test
    void aProgramThatGetsABlankIsQuoted() {
        assertThat(paths.restore("C:\\PROG~5P2\\NUNI~DFZ.2\\bin\\nunit.exe \"%1\""))
                .isEqualTo("\"C:\\Program Files (x86)\\NUnit 2.5.2\\bin\\nunit.exe\" \"%1\"");
        assertThat(paths.restore("\"C:\\PROG~5P2\\NUNI~DFZ.2\\bin\\nunit.exe\" \"%1\""))
                .isEqualTo("\"C:\\Program Files (x86)\\NUnit 2.5.2\\bin\\nunit.exe\" \"%1\"");
    }

    @Test
    void windowsShortNamesBecomeLongWhereOnlyOneFits() {
        assertThat(paths.restore("C:\\UNLIKE~1\\c.txt")).isEqualTo("C:\\Unlike the others\\c.txt");
        assertThat(paths.restore("C:\\LONGFO~1\\a.txt")).isEqualTo("C:\\LONGFO~1\\a.txt");
    }

    @Test
    void whatIsNotKnownStays() {
        assertThat(paths.restore("C:\\OTHER~1\\x.exe ~ C:\\a~b")).isEqualTo("C:\\OTHER~1\\x.exe ~ C:\\a~b");
    }
}
