package studio.ctnr.engine.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.AtomicFile;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.Progress;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.engine.change.ChangeCounts;
import studio.ctnr.engine.change.ChangeCounts.Count;
import studio.ctnr.engine.change.ChangeKind;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.FakeChanges;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.change.RegistryChange.OfValue;
import studio.ctnr.engine.change.Unobserved;
import studio.ctnr.engine.change.Unobserved.Scope;

class CaptureProjectTest {
    private static final CaptureRecord RECORD = new CaptureRecord(
            FakeChanges.MACHINE,
            List.of(new StepRecord(
                    "setup 1.exe",
                    4711,
                    "ab".repeat(32),
                    "nsis",
                    List.of("/S", "0603", "a: b", "/D=C:\\App"),
                    OptionalLong.of(0xC000_0005L),
                    Instant.parse("2026-01-31T12:00:00Z"),
                    Instant.parse("2026-01-31T12:00:07.5Z"),
                    List.of(
                            new Unobserved(Scope.PROGRAMS_64, "x64\\ctnr.dll", 193),
                            new Unobserved(Scope.PROGRAM, "C:\\in\\a: b.exe", 0xC000_0022L),
                            new Unobserved(Scope.PROGRAM, "- \u0007\ud800", -1)))),
            Instant.parse("2026-01-31T11:59:59Z"),
            Instant.parse("2026-01-31T12:00:08Z"));

    @TempDir
    Path temp;

    @Test
    void whatWasCommittedIsReadBack() throws IOException {
        Path root = temp.resolve("project");
        FakeChanges changes;
        try (CaptureDraft draft = CaptureDraft.in(root)) {
            changes = sample(draft.content());
            draft.commit(RECORD, changes, Progress.NONE);
        }

        CaptureProject project = CaptureProject.open(root);
        assertThat(project.record()).isEqualTo(RECORD);
        assertThat(project.counts())
                .isEqualTo(new ChangeCounts(
                        new Count(1, 1, 1), new Count(1, 0, 0), new Count(1, 0, 1), new Count(2, 1, 1)));
        assertThat(project.changes().files())
                .containsExactlyElementsOf(changes.files().toList());
        assertThat(project.changes().registry())
                .containsExactlyElementsOf(changes.registry().toList());
        assertThat(project.changes().content(WindowsPath.of("C:\\App\\a.exe"))).hasContent("new");
        assertThat(root.resolve("content/C/App/a.exe")).hasContent("new");
        assertThat(root.resolve(".capture")).doesNotExist();
        assertThat(root.resolve(".lock")).doesNotExist();
    }

    @Test
    void theFormatOnDiskStaysReadable() throws IOException {
        Path root = committed();
        assertThat(root.resolve("changes/files.jsonl"))
                .content()
                .startsWith("""
                        {"path":"C:\\\\App","after":{"folder":true,"modified":"2026-01-31T12:00:00.123456700Z"}}
                        {"path":"C:\\\\App\\\\a.exe","after":{"size":3,"modified":"2026-01-31T12:00:00.123456700Z"}}
                        """)
                .endsWith("}\n");
        assertThat(root.resolve("changes/registry.jsonl")).content().startsWith("""
                        {"key":"HKCU\\\\Gone","change":"deleted"}
                        {"key":"HKCU\\\\Gone","name":"n","before":{"type":"REG_BINARY","hex":"0102"}}
                        {"key":"HKLM\\\\Software\\\\App","change":"added"}
                        {"key":"HKLM\\\\Software\\\\App","name":"","after":{"type":"REG_SZ","text":"text"}}
                        {"key":"HKLM\\\\Software\\\\App","name":"count","before":{"name":"Count","type":"REG_DWORD","number":1},\
                        "after":{"type":"REG_DWORD","number":4294967295}}
                        """);
    }

    @Test
    void contentOutsideTheWorkspaceIsCopied() throws IOException {
        Path elsewhere = temp.resolve("elsewhere");
        Path root = temp.resolve("project");
        try (CaptureDraft draft = CaptureDraft.in(root)) {
            draft.commit(RECORD, sample(elsewhere), Progress.NONE);
        }
        assertThat(root.resolve("content/C/App/b.dll")).hasContent("changed");
        assertThat(elsewhere.resolve("C/App/b.dll")).hasContent("changed");
    }

    @Test
    void whatChangedFilesHeldBeforeIsKept() throws IOException {
        Path before = Files.createDirectories(temp.resolve("before/C/App"));
        Files.writeString(before.resolve("b.dll"), "old");
        Path root = temp.resolve("project");
        try (CaptureDraft draft = CaptureDraft.in(root)) {
            draft.commit(RECORD, sample(temp.resolve("elsewhere")), Progress.NONE);
        }
        ChangeSet changes = CaptureProject.open(root).changes();
        assertThat(changes.earlier(WindowsPath.of("C:\\App\\b.dll")).orElseThrow())
                .isEqualTo(root.resolve("before/C/App/b.dll"))
                .hasContent("old");
        assertThat(changes.earlier(WindowsPath.of("C:\\App\\a.exe"))).isEmpty();
    }

    @Test
    void aDraftThatIsNotCommittedLeavesNothing() throws IOException {
        Path root = temp.resolve("project");
        try (CaptureDraft draft = CaptureDraft.in(root)) {
            Files.createDirectories(draft.content().resolve("C"));
        }
        assertThat(root).doesNotExist();
    }

    @Test
    void aCrashBeforeTheEndLeavesNoProjectAndTheNextDraftClearsIt() throws IOException {
        Path root = committed();
        Files.createDirectory(root.resolve(".capture"));
        Files.move(root.resolve("project.yml"), root.resolve(".capture/project.yml"));

        assertThatThrownBy(() -> CaptureProject.open(root)).hasMessageContaining("did not finish");
        try (CaptureDraft draft = CaptureDraft.in(root)) {
            assertThat(root.resolve("content")).doesNotExist();
            draft.commit(RECORD, sample(draft.content()), Progress.NONE);
        }
        assertThat(CaptureProject.open(root).counts().total()).isEqualTo(10);
    }

    @Test
    void aFolderThatHoldsSomethingElseIsRefusedUntouched() throws IOException {
        Files.writeString(temp.resolve("thesis.txt"), "mine");
        Files.createDirectory(temp.resolve("content"));
        assertThatThrownBy(() -> CaptureDraft.in(temp))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("content");
        assertThat(temp.resolve("thesis.txt")).hasContent("mine");
        assertThat(temp.resolve("content")).isDirectory();
    }

    @Test
    void aWizardThatIsJustBeingWrittenIsInNoCapturesWay() throws IOException {
        AtomicFile.write(temp.resolve("wizard.json"), out -> {
            try (CaptureDraft draft = CaptureDraft.in(temp)) {
                assertThat(draft.workspace()).isDirectory();
            }
        });
        assertThatThrownBy(() -> AtomicFile.write(
                        temp.resolve("thesis.txt"), out -> CaptureDraft.in(temp).close()))
                .hasMessageContaining("it holds .thesis.txt.draft-");
    }

    @Test
    void twoCapturesDoNotShareAFolder() throws IOException {
        Path root = temp.resolve("project");
        try (CaptureDraft draft = CaptureDraft.in(root)) {
            assertThat(draft.workspace()).isDirectory();
            assertThatThrownBy(() -> CaptureDraft.in(root)).hasMessageContaining("Another capture");
        }
    }

    @Test
    void changesOutOfOrderAreRefused() throws IOException {
        Path root = temp.resolve("project");
        try (CaptureDraft draft = CaptureDraft.in(root)) {
            FakeChanges wrong = new FakeChanges(draft.content()).folder("C:\\B").folder("C:\\A");
            assertThatThrownBy(() -> draft.commit(RECORD, wrong, Progress.NONE)).hasMessageContaining("out of order");
        }
        assertThat(root).doesNotExist();
    }

    @Test
    void aFileWithoutItsContentIsRefused() throws IOException {
        try (CaptureDraft draft = CaptureDraft.in(temp.resolve("project"))) {
            FakeChanges wrong = new FakeChanges(draft.content()).file("C:\\lost.txt", 1);
            assertThatThrownBy(() -> draft.commit(RECORD, wrong, Progress.NONE)).hasMessageContaining("C:\\lost.txt");
        }
    }

    @Test
    void aFolderThatIsNoProjectIsToldApart() throws IOException {
        assertThatThrownBy(() -> CaptureProject.open(temp)).hasMessageContaining("no project.yml");
        assertThatThrownBy(() -> CaptureProject.open(temp.resolve("none"))).hasMessageContaining("no such folder");
    }

    @Test
    void aNewerFormatIsToldApart() throws IOException {
        Path file = committed().resolve("project.yml");
        Files.writeString(file, Files.readString(file).replace("format: 2", "format: 7"));
        assertThatThrownBy(() -> CaptureProject.open(file.getParent()))
                .hasMessageContaining("format 7")
                .hasMessageContaining("newer");
    }

    @Test
    void aWrongDescriptionIsToldWithItsPlace() throws IOException {
        Path file = committed().resolve("project.yml");
        Files.writeString(file, Files.readString(file).replace("size: 4711", "size: big"));
        assertThatThrownBy(() -> CaptureProject.open(file.getParent()))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("(?s).*project.yml:\\d+:11: \"size\" is a whole number, not big");
    }

    @Test
    void aDamagedLineIsTold() throws IOException {
        Path root = committed();
        Path files = root.resolve("changes/files.jsonl");
        List<String> lines = Files.readAllLines(files);
        for (String damage : List.of(
                lines.get(1).substring(0, 20),
                "{\"path\":\"no drive\"}",
                lines.get(0),
                "[]",
                lines.get(1).replace("size", "sice"),
                lines.get(1).replace("12:00", "1200"))) {
            Files.write(files, List.of(lines.get(0), damage, lines.get(2), lines.get(3)));
            assertThatThrownBy(() -> CaptureProject.open(root).changes().files().count())
                    .as(damage)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("files.jsonl, line 2 is damaged");
        }
    }

    private Path committed() throws IOException {
        Path root = temp.resolve("project");
        try (CaptureDraft draft = CaptureDraft.in(root)) {
            draft.commit(RECORD, sample(draft.content()), Progress.NONE);
        }
        return root;
    }

    private static FakeChanges sample(Path content) throws IOException {
        Path folder = Files.createDirectories(content.resolve("C/App"));
        Files.writeString(folder.resolve("a.exe"), "new");
        Files.writeString(folder.resolve("b.dll"), "changed");
        FakeChanges changes = new FakeChanges(content)
                .folder("C:\\App")
                .file("C:\\App\\a.exe", 3)
                .add(new FileChange(
                        WindowsPath.of("C:\\App\\b.dll"),
                        Optional.of(FakeChanges.state(1L << 40)),
                        Optional.of(FakeChanges.state(7))))
                .add(new FileChange(
                        WindowsPath.of("C:\\App\\c \ud800.txt"), Optional.of(FakeChanges.state(0)), Optional.empty()));
        KeyPath gone = KeyPath.of("HKCU\\Gone");
        KeyPath app = KeyPath.of("HKLM\\Software\\App");
        return changes.add(new RegistryChange.OfKey(gone, ChangeKind.DELETED))
                .add(new OfValue(gone, Optional.of(new RegistryValue("n", 3, new byte[] {1, 2})), Optional.empty()))
                .key(app.toString())
                .value(app.toString(), "", "text")
                .add(new OfValue(
                        app,
                        Optional.of(new RegistryValue("Count", 4, new byte[] {1, 0, 0, 0})),
                        Optional.of(new RegistryValue("count", 4, new byte[] {-1, -1, -1, -1}))))
                .value(app.toString(), new RegistryValue("\udfff", 0x10000, new byte[300]));
    }
}
