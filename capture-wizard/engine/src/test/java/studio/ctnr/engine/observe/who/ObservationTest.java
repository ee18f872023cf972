package studio.ctnr.engine.observe.who;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.hive.ValueType;
import studio.ctnr.engine.change.CaptureProcess;
import studio.ctnr.engine.change.ChangeKind;
import studio.ctnr.engine.change.FakeChanges;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.change.Writer;

/** What follows from the lines that {@code capture.exe run --observe} writes. */
class ObservationTest {
    private static final String SID = "S-1-5-21-1-2-3-1000";
    private static final String HKCU = "\\\\REGISTRY\\\\User\\\\" + SID;

    @TempDir
    Path folder;

    private final Observation observation = new Observation(SID);
    private int clock;

    private void tell(String... lines) throws IOException {
        Path file = folder.resolve("observed");
        Files.write(file, List.of(lines), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        try (ObservationFeed feed = new ObservationFeed(file, observation)) {
            feed.read();
        }
    }

    private String line(int process, String event, String fields) {
        return "{\"time\":\"2026-01-31T12:00:%02d.000Z\",\"process\":%d,\"thread\":1,\"event\":\"%s\"%s}"
                .formatted(clock++, process, event, fields);
    }

    private String starts(int process, int parent, String program) {
        return line(
                process,
                "process-start",
                ",\"parent\":%d,\"bits\":32,\"path\":\"C:\\\\in\\\\%s\",\"command\":\"%s\""
                        .formatted(parent, program, program));
    }

    private String file(int process, String event, String path) {
        return line(process, event, ",\"path\":\"%s\"".formatted(path.replace("\\", "\\\\")));
    }

    private String moves(int process, String from, String to) {
        return line(
                process,
                "rename",
                ",\"path\":\"%s\",\"to\":\"%s\"".formatted(from.replace("\\", "\\\\"), to.replace("\\", "\\\\")));
    }

    private String writerOf(String path) {
        FileChange change = observation.with(
                new FileChange(WindowsPath.of(path), Optional.empty(), Optional.of(FakeChanges.state(1))));
        return observation
                .processes()
                .writer(change.writing())
                .map(Writer::path)
                .orElse("nobody");
    }

    private String writerOf(RegistryChange change) {
        return observation
                .processes()
                .writer(observation.with(change).writing())
                .map(Writer::path)
                .orElse("nobody");
    }

    private static RegistryChange value(String key, String name, boolean deleted) {
        Optional<RegistryValue> value = Optional.of(new RegistryValue(name, ValueType.REG_SZ.number(), new byte[2]));
        return new RegistryChange.OfValue(
                KeyPath.of(key), deleted ? value : Optional.empty(), deleted ? Optional.empty() : value);
    }

    @Test
    void theLastWriterCountsWhateverTheCaseOfTheName() throws IOException {
        tell(
                starts(8, 4, "setup.exe"),
                starts(12, 8, "helper.exe"),
                file(8, "create", "C:\\App\\a.txt"),
                file(12, "write", "c:\\APP\\A.TXT"));
        assertThat(writerOf("C:\\App\\a.txt")).isEqualTo("setup.exe > helper.exe");
        assertThat(writerOf("C:\\App")).isEqualTo("nobody");
    }

    @Test
    void aRenamedFileKeepsItsWriterAndSoDoesAllInARenamedFolder() throws IOException {
        tell(
                starts(8, 4, "setup.exe"),
                starts(12, 8, "unpack.exe"),
                file(12, "create", "C:\\New"),
                file(12, "create", "C:\\New\\deep\\a.tmp"),
                moves(8, "C:\\New\\deep\\a.tmp", "C:\\New\\deep\\a.dll"),
                moves(8, "C:\\New", "C:\\App"),
                file(8, "create", "C:\\Newer"));
        assertThat(writerOf("C:\\App\\deep\\a.dll")).isEqualTo("setup.exe > unpack.exe");
        assertThat(writerOf("C:\\App")).isEqualTo("setup.exe > unpack.exe");
        assertThat(writerOf("C:\\New\\deep\\a.dll")).isEqualTo("setup.exe");
        assertThat(observation.fileCount()).isEqualTo(3);
    }

    @Test
    void whatWasThereBeforeIsWrittenByWhoMovedIt() throws IOException {
        tell(starts(8, 4, "setup.exe"), moves(8, "C:\\old.ini", "C:\\new.ini"));
        assertThat(writerOf("C:\\new.ini")).isEqualTo("setup.exe");
        assertThat(writerOf("C:\\old.ini")).isEqualTo("setup.exe");
    }

    @Test
    void keysAndValuesAreFoundByTheNamesOfTheUserAndTheMachine() throws IOException {
        tell(
                starts(8, 4, "setup.exe"),
                line(8, "key-create", ",\"key\":\"\\\\REGISTRY\\\\Machine\\\\Software\\\\Wow6432Node\\\\App\""),
                line(8, "value-set", ",\"key\":\"" + HKCU + "\\\\Software\\\\App\",\"value\":\"\""),
                line(8, "value-set", ",\"key\":\"" + HKCU + "_Classes\\\\.app\",\"value\":\"x\""));
        assertThat(writerOf(new RegistryChange.OfKey(KeyPath.of("HKLM\\SOFTWARE\\Wow6432Node\\App"), ChangeKind.ADDED)))
                .isEqualTo("setup.exe");
        assertThat(writerOf(value("HKCU\\Software\\App", "", false))).isEqualTo("setup.exe");
        assertThat(writerOf(value("HKCU\\Software\\Classes\\.app", "X", false))).isEqualTo("setup.exe");
        assertThat(observation.valueCount()).isEqualTo(2);
    }

    @Test
    void aValueWentWithItsKeyAndARenamedKeyKeepsItsWriters() throws IOException {
        tell(
                starts(8, 4, "setup.exe"),
                starts(12, 8, "reg.exe"),
                line(12, "value-set", ",\"key\":\"" + HKCU + "\\\\One\",\"value\":\"v\""),
                line(8, "key-rename", ",\"key\":\"" + HKCU + "\\\\One\",\"to\":\"" + HKCU + "\\\\Two\""),
                line(12, "key-delete", ",\"key\":\"" + HKCU + "\\\\Old\""));
        assertThat(writerOf(value("HKCU\\Two", "V", false))).isEqualTo("setup.exe > reg.exe");
        assertThat(writerOf(value("HKCU\\Old", "any", true))).isEqualTo("setup.exe > reg.exe");
    }

    @Test
    void aProcessIdThatIsUsedAgainIsAnotherProcess() throws IOException {
        tell(
                starts(8, 4, "first.exe"),
                file(8, "create", "C:\\1"),
                line(8, "process-end", ",\"code\":3221225477"),
                starts(8, 4, "second.exe"),
                file(8, "create", "C:\\2"));
        assertThat(writerOf("C:\\1")).isEqualTo("first.exe");
        assertThat(writerOf("C:\\2")).isEqualTo("second.exe");
        assertThat(observation.processes().processes())
                .extracting(CaptureProcess::exitCode)
                .map(code -> code.orElse(-1))
                .containsExactly(3221225477L, -1L);
    }

    @Test
    void aLineThatMakesNoSenseIsPassedOver() throws IOException {
        tell(
                starts(8, 4, "setup.exe"),
                "{\"time\":\"yesterday\",\"process\":8,\"event\":\"create\",\"path\":\"C:\\\\x\"}",
                "{\"process\":",
                "not JSON \0",
                "x".repeat(100_000),
                "{\"time\":\"2026-01-31T12:00:00Z\",\"process\":8,\"event\":\"create\"}",
                file(8, "create", "C:\\a"));
        assertThat(writerOf("C:\\a")).isEqualTo("setup.exe");
        assertThat(observation.fileCount()).isEqualTo(1);
    }
}
