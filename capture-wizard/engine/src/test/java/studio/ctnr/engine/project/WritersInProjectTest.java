package studio.ctnr.engine.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.Progress;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.CaptureProcess;
import studio.ctnr.engine.change.ChangeKind;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.FakeChanges;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.FileState;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.change.Writing;

/** Who made each change is kept in the project. */
class WritersInProjectTest {
    private static final Instant AT = Instant.parse("2026-01-31T12:00:00.25Z");
    private static final CaptureRecord RECORD =
            new CaptureRecord(FakeChanges.MACHINE, List.of(), AT, AT.plusSeconds(1));
    private static final Optional<Writing> BY_CHILD = Optional.of(new Writing(2, AT));

    @TempDir
    Path temp;

    private Path root;

    @BeforeEach
    void commit() throws IOException {
        root = temp.resolve("project");
        try (CaptureDraft draft = CaptureDraft.in(root)) {
            FakeChanges changes = new FakeChanges(draft.content())
                    .process(process(1, OptionalInt.empty(), "setup.exe", OptionalLong.of(3221225477L)))
                    .process(process(2, OptionalInt.of(1), "héлper.exe", OptionalLong.empty()))
                    .add(new FileChange(
                            WindowsPath.of("C:\\App"),
                            Optional.empty(),
                            Optional.of(new FileState(true, 0, AT, 0)),
                            BY_CHILD))
                    .add(new RegistryChange.OfKey(KeyPath.of("HKCU\\App"), ChangeKind.ADDED, BY_CHILD));
            draft.commit(RECORD, changes, Progress.NONE);
        }
    }

    private static CaptureProcess process(int id, OptionalInt parent, String name, OptionalLong code) {
        return new CaptureProcess(
                id,
                parent,
                id * 4L,
                "C:\\in\\" + name,
                name + " /S",
                AT,
                code.isPresent() ? Optional.of(AT) : Optional.empty(),
                code);
    }

    @Test
    void processesAndWritersAreReadBack() throws IOException {
        ChangeSet changes = CaptureProject.open(root).changes();
        assertThat(changes.processes().processes())
                .containsExactly(
                        process(1, OptionalInt.empty(), "setup.exe", OptionalLong.of(3221225477L)),
                        process(2, OptionalInt.of(1), "héлper.exe", OptionalLong.empty()));
        assertThat(changes.files().map(FileChange::writing)).containsExactly(BY_CHILD);
        assertThat(changes.registry().map(RegistryChange::writing)).containsExactly(BY_CHILD);
        assertThat(changes.processes().writer(BY_CHILD).orElseThrow().path()).isEqualTo("setup.exe > héлper.exe");
    }

    @Test
    void theFormatOnDiskStaysReadable() {
        assertThat(root.resolve("changes/processes.jsonl")).content().startsWith("""
                {"id":1,"pid":4,"image":"C:\\\\in\\\\setup.exe","command":"setup.exe /S",\
                "started":"2026-01-31T12:00:00.250Z","ended":"2026-01-31T12:00:00.250Z","code":3221225477}
                {"id":2,"parent":1,"pid":8,"image":"C:\\\\in\\\\héлper.exe","command":"héлper.exe /S",\
                "started":"2026-01-31T12:00:00.250Z"}
                """);
        assertThat(root.resolve("changes/registry.jsonl")).hasContent("""
                {"key":"HKCU\\\\App","change":"added","by":2,"at":"2026-01-31T12:00:00.250Z"}""");
    }

    @Test
    void aProjectOfTheFirstFormatStillOpens() throws IOException {
        Files.delete(root.resolve("changes/processes.jsonl"));
        Path registry = root.resolve("changes/registry.jsonl");
        Files.writeString(registry, Files.readString(registry).replaceAll(",\"by\".*\"}", "}"));
        Path description = root.resolve("project.yml");
        Files.writeString(description, Files.readString(description).replace("format: 2", "format: 1"));
        ChangeSet changes = CaptureProject.open(root).changes();
        assertThat(changes.processes().processes()).isEmpty();
        assertThat(changes.registry().map(RegistryChange::writing)).containsExactly(Optional.empty());
    }

    @Test
    void aWriterWithoutATimeIsRefusedWithItsLine() throws IOException {
        Path registry = root.resolve("changes/registry.jsonl");
        Files.writeString(registry, Files.readString(registry).replaceAll(",\"at\".*\"}", "}"));
        assertThatThrownBy(() -> CaptureProject.open(root).changes().registry().toList())
                .hasMessageContaining("line 1")
                .hasMessageContaining("\"by\" and \"at\" belong together");
    }
}
