package studio.ctnr.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.Progress;
import studio.ctnr.container.config.EntryPoint;
import studio.ctnr.engine.projection.report.Note;
import studio.ctnr.engine.projection.report.ProjectionReport;

class EntryPointsTest {
    private static final String MENU = "C:\\ProgramData\\Microsoft\\Windows\\Start Menu\\Programs\\Vector\\";
    private static final String APP = "C:\\Program Files\\Vector\\";
    private static final String UNINSTALL = "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Vector";

    @TempDir
    private Path folder;

    private RecordedChanges changes;

    @BeforeEach
    void start() {
        changes = new RecordedChanges(folder.resolve("content"))
                .file(APP + "editor.exe", SamplePrograms.bytes(SamplePrograms.editor()))
                .file(APP + "tool.exe", SamplePrograms.bytes(SamplePrograms.tool()))
                .file(APP + "uninstall.exe", SamplePrograms.bytes(SamplePrograms.editor32()));
    }

    private ProjectionReport project() throws IOException {
        return Projection.project(changes, ProjectionSettings.DEFAULT, folder.resolve("goal"), Progress.NONE);
    }

    private void shortcut(String name, LinkBytes link) {
        changes.file(name, link.bytes());
    }

    @Test
    void shortcutsBecomeEntryPointsAndOneIsTheDefault() throws IOException {
        shortcut(MENU + "A tool.lnk", LinkBytes.to(APP + "tool.exe").texts(null, "C:\\users\\Ann Lee", "--all", null));
        shortcut(MENU + "Vector.lnk", LinkBytes.to(APP + "editor.exe").texts(null, APP, null, null));
        shortcut("C:\\users\\Public\\Desktop\\Vector.lnk", LinkBytes.to(APP + "editor.exe"));
        ProjectionReport report = project();
        assertThat(report.config().entrypoints())
                .containsExactly(
                        new EntryPoint(
                                "Vector",
                                "%CONTAINER_PROGRAMFILES%\\Vector\\editor.exe",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("%CONTAINER_ROOT%\\bin\\icons\\vector.ico"),
                                true),
                        new EntryPoint(
                                "A tool",
                                "%CONTAINER_PROGRAMFILES%\\Vector\\tool.exe",
                                Optional.of("--all"),
                                Optional.of("%CONTAINER_USERPROFILE%"),
                                Optional.empty(),
                                false));
        assertThat(folder.resolve("goal/bin/icons/vector.ico")).hasSameBinaryContentAs(SamplePrograms.firstIcon());
    }

    @Test
    void theIconIsTheOneThatTheShortcutNames() throws IOException {
        shortcut(
                MENU + "Vector.lnk",
                LinkBytes.to(APP + "tool.exe")
                        .texts(null, null, null, "%ProgramFiles%\\Vector\\editor.exe")
                        .iconIndex(-101));
        project();
        assertThat(folder.resolve("goal/bin/icons/vector.ico")).hasSameBinaryContentAs(SamplePrograms.secondIcon());
    }

    @Test
    void whatRemovesDocumentsOrStartsByItselfIsNoEntryPoint() throws IOException {
        changes.string(UNINSTALL, "DisplayName", "Vector")
                .string(UNINSTALL, "UninstallString", "\"" + APP + "tool.exe\" /away");
        shortcut(MENU + "Vector.lnk", LinkBytes.to(APP + "editor.exe"));
        shortcut(MENU + "Remove it.lnk", LinkBytes.to(APP + "uninstall.exe"));
        shortcut(MENU + "Away.lnk", LinkBytes.to(APP + "tool.exe").texts(null, null, "/away", null));
        shortcut(
                MENU + "Change.lnk",
                LinkBytes.to("C:\\Windows\\System32\\msiexec.exe").texts(null, null, "/i {x}", null));
        shortcut(MENU + "Uninstall Vector.lnk", LinkBytes.to(APP + "editor.exe").texts(null, null, "-x", null));
        shortcut(MENU + "Manual.lnk", LinkBytes.to(APP + "manual.chm"));
        shortcut(MENU + "Samples.lnk", LinkBytes.to(APP + "samples"));
        shortcut(MENU + "Gone.lnk", LinkBytes.to(APP + "gone.exe"));
        shortcut(
                "C:\\ProgramData\\Microsoft\\Windows\\Start Menu\\Programs\\StartUp\\Agent.lnk",
                LinkBytes.to(APP + "tool.exe"));
        changes.file(
                MENU + "broken.lnk", "not a shortcut at all, but long enough for the header of one to fit in it....");
        ProjectionReport report = project();
        assertThat(report.config().entrypoints()).extracting(EntryPoint::name).containsExactly("Vector");
        assertThat(report.notes())
                .filteredOn(note -> note.topic() == Note.Topic.SHORTCUT)
                .hasSize(7);
        assertThat(report.notes())
                .filteredOn(note -> note.topic() == Note.Topic.AUTOSTART)
                .hasSize(1);
        assertThat(report.notes())
                .filteredOn(note -> note.topic() == Note.Topic.DAMAGED)
                .hasSize(1);
    }

    @Test
    void withoutShortcutsProgramsAreGuessedAndMarkedSo() throws IOException {
        ProjectionReport report = project();
        assertThat(report.config().entrypoints()).extracting(EntryPoint::name).containsExactly("Vector Editor", "tool");
        assertThat(report.notes())
                .filteredOn(note -> note.topic() == Note.Topic.GUESS)
                .hasSize(2);
    }

    @Test
    void aRegisteredProgramGoesBeforeThoseThatMerelyLieThere() throws IOException {
        changes.string(
                "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\App Paths\\tool.exe",
                "",
                "\"%ProgramFiles%\\Vector\\tool.exe\"");
        assertThat(project().config().entrypoints())
                .extracting(EntryPoint::name)
                .containsExactly("tool");
    }

    @Test
    void anAdvertisedShortcutIsResolvedInWhatRulesKeepOut() throws IOException {
        shortcut(MENU + "Vector.lnk", LinkBytes.empty().darwin("sGp&KNW.-@`(w{6~s.F!Main>,B%@EnP$o@.3-TZt{M]("));
        RecordedChanges all = new RecordedChanges(folder.resolve("content"))
                .string(
                        "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Installer\\UserData\\S-1-5-18\\Components\\"
                                + "26F2C1B5C2F8C3D4E8A5F2D9B5F0A711",
                        "E5F1A0D6E0C6B0B4A975A0B3F1F6A110",
                        APP + "editor.exe");
        List<EntryPoint> found = Projection.project(
                        changes, ProjectionSettings.DEFAULT.unfiltered(all), folder.resolve("goal"), Progress.NONE)
                .config()
                .entrypoints();
        assertThat(found).extracting(EntryPoint::name).containsExactly("Vector");
        assertThat(found.getFirst().target()).isEqualTo("%CONTAINER_PROGRAMFILES%\\Vector\\editor.exe");
    }
}
