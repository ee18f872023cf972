package studio.ctnr.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.CaseCollisionException;
import studio.ctnr.container.Progress;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.container.archive.ContentRoot;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.hive.RegistryData;
import studio.ctnr.container.hive.RegistryWhiteout;
import studio.ctnr.container.hive.ValueType;
import studio.ctnr.engine.change.ChangeKind;
import studio.ctnr.engine.projection.report.ProjectionReport;
import studio.ctnr.engine.projection.text.TextChoice;

class ProjectionTest {
    private static final String EDITOR = "C:\\Program Files\\Vector\\editor.exe";

    @TempDir
    private Path folder;

    private Path goal;
    private RecordedChanges changes;

    @BeforeEach
    void start() {
        goal = folder.resolve("vector");
        changes = new RecordedChanges(folder.resolve("content"));
    }

    private ProjectionReport project() throws IOException {
        return Projection.project(changes, ProjectionSettings.DEFAULT, goal, Progress.NONE);
    }

    @Test
    void filesGoWhereTheLayoutSays() throws IOException {
        changes.file(EDITOR, SamplePrograms.bytes(SamplePrograms.editor()))
                .folder("C:\\Program Files\\Vector\\plugins")
                .file("C:\\users\\Ann Lee\\AppData\\Roaming\\Vector\\a.bin", "a")
                .file("C:\\users\\Ann Lee\\Vector.txt", "b")
                .file("D:\\data\\c.bin", "c");
        ProjectionReport report = project();
        assertThat(goal.resolve("rootfs/ProgramFiles/Vector/editor.exe"))
                .hasSameBinaryContentAs(SamplePrograms.editor());
        assertThat(goal.resolve("rootfs/ProgramFiles/Vector/plugins")).isEmptyDirectory();
        assertThat(goal.resolve("user/AppData/Roaming/Vector/a.bin")).hasContent("a");
        assertThat(goal.resolve("user/Profile/Vector.txt")).hasContent("b");
        assertThat(goal.resolve("rootfs/Drives/D/data/c.bin")).hasContent("c");
        assertThat(Files.getLastModifiedTime(goal.resolve("rootfs/Drives/D/data/c.bin"))
                        .toInstant())
                .isEqualTo(RecordedChanges.WRITTEN);
        assertThat(report.counts().files()).isEqualTo(4);
        assertThat(report.counts().bytes()).isEqualTo(Files.size(SamplePrograms.editor()) + 3);
    }

    @Test
    void configKeepsTheRootOverTheContent() throws IOException {
        changes.file("C:\\x\\a.bin", new byte[] {1}, 6).deleted("C:\\ProgramData\\Gone", true);
        assertThat(project().config().hashes().orElseThrow().root())
                .isEqualTo(ContentRoot.of(goal).toString());
    }

    @Test
    void hiddenAndSystemAttributesAreKept() throws IOException {
        changes.file("C:\\x\\hidden.dat", new byte[] {1}, 6);
        project();
        assertThat(Files.readAttributes(goal.resolve("rootfs/Drives/C/x/hidden.dat"), "dos:hidden,system,readonly"))
                .containsEntry("hidden", true)
                .containsEntry("system", true)
                .containsEntry("readonly", false);
    }

    @Test
    void deletedFilesAndFoldersBecomeWhiteouts() throws IOException {
        changes.deleted("C:\\ProgramData\\Old\\a.txt", false)
                .deleted("C:\\ProgramData\\Gone", true)
                .deleted("C:\\ProgramData\\Gone\\inner.txt", false);
        assertThat(project().counts().whiteouts()).isEqualTo(2);
        assertThat(goal.resolve("rootfs/ProgramData/Old/.wh.a.txt")).isEmptyFile();
        assertThat(goal.resolve("rootfs/ProgramData/.wh.Gone")).isEmptyFile();
        assertThat(goal.resolve("rootfs/ProgramData/Gone")).doesNotExist();
    }

    @Test
    void theRegistryGoesIntoTwoHives() throws IOException {
        changes.string("HKCU\\Software\\Vector", "Level", "high")
                .string("HKU\\" + RecordedChanges.MACHINE.userSid() + "\\Software\\Other", "", "own")
                .string("HKU\\" + RecordedChanges.MACHINE.userSid() + "_Classes\\.vec", "", "Vector.Document")
                .string("HKLM\\Software\\Wow6432Node\\Vector", "Bits", "32")
                .string("HKLM\\System\\Setup", "Odd", "left out");
        ProjectionReport report = project();
        HiveKey user = Hive.read(goal.resolve("user/Registry/HKCU.hiv")).root();
        HiveKey software = Hive.read(goal.resolve("user/Registry/HKLM-SW.hiv")).root();
        assertThat(text(user, "Software\\Vector", "Level")).isEqualTo("high");
        assertThat(text(user, "Software\\Other", "")).isEqualTo("own");
        assertThat(text(user, "Software\\Classes\\.vec", "")).isEqualTo("Vector.Document");
        assertThat(text(software, "Wow6432Node\\Vector", "Bits")).isEqualTo("32");
        assertThat(report.notes()).anyMatch(note -> note.subject().equals("HKLM\\System\\Setup"));
    }

    @Test
    void deletedKeysAndValuesLeaveTombstones() throws IOException {
        changes.key("HKLM\\Software\\Old", ChangeKind.DELETED)
                .key("HKLM\\Software\\Old\\Below", ChangeKind.DELETED)
                .change(
                        "HKLM\\Software\\Kept",
                        Optional.of(RecordedChanges.text("Gone", ValueType.REG_SZ, "x")),
                        Optional.empty());
        assertThat(project().counts().whiteouts()).isEqualTo(2);
        HiveKey software = Hive.read(goal.resolve("user/Registry/HKLM-SW.hiv")).root();
        HiveKey old = software.find("Old").orElseThrow();
        assertThat(RegistryWhiteout.is(old)).isTrue();
        assertThat(old.children()).isEmpty();
        HiveKey kept = software.find("Kept").orElseThrow();
        assertThat(RegistryWhiteout.is(kept)).isFalse();
        assertThat(RegistryWhiteout.is(kept.value("Gone").orElseThrow())).isTrue();
    }

    @Test
    void theMachinesNamesBecomeVariables() throws IOException {
        changes.string("HKCU\\Software\\Vector", "History", "C:\\Users\\ann lee\\AppData\\Roaming\\Vector\\h.txt")
                .string("HKCU\\Software\\Vector\\BUILDBOX7", "C:/users/Ann Lee/x", "Ann Lee")
                .file("C:\\ProgramData\\Vector\\Ann Lee.cfg", "");
        ProjectionReport report = project();
        HiveKey user = Hive.read(goal.resolve("user/Registry/HKCU.hiv")).root();
        assertThat(text(user, "Software\\Vector", "History")).isEqualTo("%CONTAINER_APPDATA%\\Vector\\h.txt");
        assertThat(text(user, "Software\\Vector\\%CONTAINER_COMPUTERNAME%", "%CONTAINER_USERPROFILE:slash%/x"))
                .isEqualTo("%CONTAINER_USERNAME%");
        assertThat(goal.resolve("rootfs/ProgramData/Vector/%CONTAINER_USERNAME%.cfg"))
                .exists();
        assertThat(report.portability().replaced()).isEqualTo(5);
    }

    @Test
    void settingsGetVariablesOthersWhereAskedAndNoneThatStayAsCaptured() throws IOException {
        String json = "{\"dir\": \"C:\\\\users\\\\Ann Lee\\\\AppData\\\\Local\\\\V\"}";
        for (String name : List.of("usual.JSON", "kept.json", "told.txt", "asked.txt")) {
            changes.file("C:\\Program Files\\Vector\\" + name, json);
        }
        TextChoice chosen = new TextChoice(List.of("**/asked.*"), List.of("**/KEPT.json"));
        ProjectionReport report =
                Projection.project(changes, ProjectionSettings.DEFAULT.texts(chosen), goal, Progress.NONE);
        Path programs = goal.resolve("rootfs/ProgramFiles/Vector");
        String portable = "{\"dir\": \"%CONTAINER_LOCALAPPDATA:escaped%\\\\V\"}";
        assertThat(programs.resolve("usual.JSON")).hasContent(portable);
        assertThat(programs.resolve("asked.txt")).hasContent(portable);
        assertThat(programs.resolve("kept.json")).hasContent(json);
        assertThat(programs.resolve("told.txt")).hasContent(json);
        assertThat(report.portability().replaced()).isEqualTo(2);
        assertThat(report.portability().left()).isEqualTo(2);
        assertThat(ConfigDocument.read(goal.resolve("config.yml"))
                        .config("config.yml")
                        .textFiles())
                .containsExactly("rootfs/ProgramFiles/Vector/asked.txt", "rootfs/ProgramFiles/Vector/usual.JSON");
    }

    @Test
    void namesThatDifferOnlyInCaseAreAnErrorThatNamesBoth() {
        changes.file("C:\\App\\a.txt", "").file("C:\\APP\\b.txt", "");
        assertThatThrownBy(this::project)
                .isInstanceOf(CaseCollisionException.class)
                .hasMessageContaining("Drives/C/App")
                .hasMessageContaining("Drives/C/APP");
        assertThat(goal).doesNotExist();
    }

    @Test
    void twoProjectionsAreTheSameByteForByte() throws IOException {
        changes.file(EDITOR, SamplePrograms.bytes(SamplePrograms.editor()))
                .string("HKCU\\Software\\Vector", "Level", "high")
                .deleted("C:\\ProgramData\\Gone", true);
        project();
        Path first = goal;
        goal = folder.resolve("again");
        project();
        assertThat(tree(first)).isEqualTo(tree(goal)).containsKey("bin/icons/vector-editor.ico");
    }

    @Test
    void linkedFilesShareTheProjectsBytes() throws IOException {
        changes.file("C:\\App\\a.bin", "a");
        Projection.project(changes, ProjectionSettings.DEFAULT.linkFiles(true), goal, Progress.NONE);
        Path source = changes.content(WindowsPath.of("C:\\App\\a.bin"));
        assertThat(Files.isSameFile(source, goal.resolve("rootfs/Drives/C/App/a.bin")))
                .isTrue();
    }

    @Test
    void aProjectionThatIsStoppedLeavesNothing() throws IOException {
        for (int i = 0; i < 200; i++) {
            changes.file("C:\\App\\" + i + ".bin", "x");
        }
        Progress stop = (doing, done, total) -> {
            if (done > 20) {
                throw new CancellationException();
            }
        };
        assertThatThrownBy(() -> Projection.project(changes, ProjectionSettings.DEFAULT, goal, stop))
                .isInstanceOf(CancellationException.class);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("content"));
        }
    }

    @Test
    void aGoalThatIsTakenIsLeftAlone() throws IOException {
        Files.createDirectories(goal);
        Files.writeString(goal.resolve("mine.txt"), "mine");
        assertThatThrownBy(this::project)
                .isInstanceOf(ProjectionException.class)
                .hasMessageContaining("in the way");
        assertThat(goal.resolve("mine.txt")).hasContent("mine");
    }

    @Test
    void contentThatTheProjectLostIsNamed() throws IOException {
        changes.file("C:\\App\\a.bin", "a");
        Files.delete(changes.content(WindowsPath.of("C:\\App\\a.bin")));
        assertThatThrownBy(this::project).isInstanceOf(IOException.class).hasMessageContaining("C:\\App\\a.bin");
        assertThat(goal).doesNotExist();
    }

    private static String text(HiveKey root, String key, String value) {
        return RegistryData.text(
                root.find(key).orElseThrow().value(value).orElseThrow().data());
    }

    private static TreeMap<String, String> tree(Path root) throws IOException {
        TreeMap<String, String> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                tree.put(
                        root.relativize(file).toString(),
                        Arrays.hashCode(bytes) + " " + Files.getLastModifiedTime(file));
            }
        }
        return tree;
    }
}
