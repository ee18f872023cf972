package studio.ctnr.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.ctnr.container.Progress;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.container.config.EnvironmentVariable;
import studio.ctnr.container.config.FileAssociation;
import studio.ctnr.container.config.ProtocolHandler;
import studio.ctnr.container.config.ServiceConfig;
import studio.ctnr.container.hive.ValueType;
import studio.ctnr.engine.projection.report.Blocker;
import studio.ctnr.engine.projection.report.Note;
import studio.ctnr.engine.projection.report.ProjectionReport;

class RegisteredTest {
    private static final String CLASSES = "HKLM\\Software\\Classes\\";
    private static final String UNINSTALL = "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\";
    private static final String SERVICES = "HKLM\\System\\CurrentControlSet\\Services\\";
    private static final String ENVIRONMENT = "HKLM\\System\\CurrentControlSet\\Control\\Session Manager\\Environment";
    private static final String EDITOR = "C:\\Program Files\\Vector\\editor.exe";
    private static final String COMMAND = "\"%CONTAINER_PROGRAMFILES%\\Vector\\editor.exe\" \"%1\"";

    @TempDir
    private Path folder;

    private RecordedChanges changes;

    @BeforeEach
    void start() {
        changes = new RecordedChanges(folder.resolve("content"))
                .file(EDITOR, SamplePrograms.bytes(SamplePrograms.editor()));
    }

    private ProjectionReport project(ProjectionSettings settings) throws IOException {
        return Projection.project(changes, settings, folder.resolve("goal"), Progress.NONE);
    }

    private ContainerConfig config() throws IOException {
        return project(ProjectionSettings.DEFAULT).config();
    }

    @Test
    void theUninstallEntryNamesTheApplicationAndRuntimesDoNot() throws IOException {
        changes.string(UNINSTALL + "{1}", "DisplayName", "Microsoft Visual C++ 2015-2022 Redistributable (x64)")
                .string(UNINSTALL + "{1}", "DisplayVersion", "14.38")
                .string(UNINSTALL + "{1}", "DisplayIcon", EDITOR)
                .string(UNINSTALL + "{1}", "Publisher", "Microsoft Corporation")
                .string(UNINSTALL + "{2}", "DisplayName", "Vector part")
                .number(UNINSTALL + "{2}", "SystemComponent", 1)
                .string(UNINSTALL + "Vector", "DisplayName", "Vector 3.1 ß")
                .string(UNINSTALL + "Vector", "DisplayVersion", "3.1.4")
                .string(UNINSTALL + "Vector", "Publisher", "Vector Works")
                .string(UNINSTALL + "Vector", "URLInfoAbout", "https://vector.example/")
                .string(UNINSTALL + "Vector", "Comments", "Draws")
                .string(UNINSTALL + "Vector", "DisplayIcon", "\"" + EDITOR + "\",-101");
        ContainerConfig config = config();
        assertThat(config.name()).isEqualTo("Vector 3.1 ß");
        assertThat(config.version()).isEqualTo("3.1.4");
        assertThat(config.id()).isEqualTo("vector-3.1-ss-3.1.4");
        assertThat(config.publisher()).hasValue("Vector Works");
        assertThat(config.homepage()).hasValue("https://vector.example/");
        assertThat(config.description()).hasValue("Draws");
        assertThat(folder.resolve("goal").resolve(config.icon().orElseThrow()))
                .hasSameBinaryContentAs(SamplePrograms.secondIcon());
    }

    @ParameterizedTest
    @CsvSource({
        "Vector 3.1,          3.1.4, Vector,       vector-3.1.4",
        "Vector version 3.1.4,3.1.4, Vector,       vector-3.1.4",
        "Vector v3.1.4 (x64), 3.1.4, Vector (x64), vector-x64-3.1.4",
        "Vector 3.2,          3.1.4, Vector 3.2,   vector-3.2-3.1.4",
        "Vector 3,            3.1.4, Vector 3,     vector-3-3.1.4",
        "3.1,                 3.1.4, 3.1,          3.1-3.1.4",
    })
    void aNameDoesNotSayTheVersionAgain(String said, String version, String name, String id) throws IOException {
        changes.string(UNINSTALL + "Vector", "DisplayName", said)
                .string(UNINSTALL + "Vector", "DisplayVersion", version);
        ContainerConfig config = config();
        assertThat(config.name()).isEqualTo(name);
        assertThat(config.id()).isEqualTo(id);
    }

    @Test
    void withoutAnEntryTheProgramNamesItself() throws IOException {
        ContainerConfig config = config();
        assertThat(config.id()).isEqualTo("vector-3.1");
        assertThat(config.publisher()).hasValue("Vector Works");
    }

    @Test
    void withoutAProgramTheInstallersFileNamesIt() throws IOException {
        changes = new RecordedChanges(folder.resolve("content"));
        ContainerConfig config = project(ProjectionSettings.DEFAULT.installer("Vector_Draw-Setup-v2.10.3-x64.exe"))
                .config();
        assertThat(config.name()).isEqualTo("Vector Draw");
        assertThat(config.version()).isEqualTo("2.10.3");
        assertThat(config.id()).isEqualTo("vector-draw-2.10.3");
    }

    @Test
    void whatTheEngineerSaysWins() throws IOException {
        ProjectionSettings settings =
                ProjectionSettings.DEFAULT.identity(Optional.of("mine"), Optional.of("Mine"), Optional.of("9"));
        ContainerConfig config = project(settings).config();
        assertThat(config.id()).isEqualTo("mine");
        assertThat(config.name()).isEqualTo("Mine");
        assertThat(config.version()).isEqualTo("9");
    }

    @Test
    void fileTypesAndProtocolsAreFoundInEveryWayToRegisterThem() throws IOException {
        changes.string(CLASSES + ".vec", "", "Vector.Document")
                .string(CLASSES + ".svg\\OpenWithProgids", "Vector.Document", "")
                .string(CLASSES + ".txt\\OpenWithProgids", "SomeoneElses.Document", "")
                .string(CLASSES + "Vector.Document", "", "Vector drawing")
                .string(CLASSES + "Vector.Document\\shell\\open\\command", "", "\"" + EDITOR + "\" \"%1\"")
                .string(CLASSES + "Applications\\editor.exe\\shell\\open\\command", "", "\"" + EDITOR + "\" \"%1\"")
                .string(CLASSES + "Applications\\editor.exe\\SupportedTypes", ".png", "")
                .string("HKLM\\Software\\RegisteredApplications", "Vector", "Software\\Clients\\Vector\\Capabilities")
                .string("HKLM\\Software\\Clients\\Vector\\Capabilities\\FileAssociations", ".emf", "Vector.Document")
                .string("HKLM\\Software\\Clients\\Vector\\Capabilities\\URLAssociations", "vecs", "Vector.Document")
                .string(CLASSES + "vec", "URL Protocol", "")
                .string(CLASSES + "vec\\shell\\open\\command", "", "\"" + EDITOR + "\" \"%1\"");
        ContainerConfig config = config();
        assertThat(config.associations())
                .extracting(FileAssociation::extension)
                .containsExactly(".emf", ".png", ".svg", ".vec");
        assertThat(config.associations().getLast())
                .isEqualTo(new FileAssociation(
                        ".vec", Optional.of("Vector.Document"), Optional.of("Vector drawing"), Optional.of(COMMAND)));
        assertThat(config.protocols())
                .containsExactly(new ProtocolHandler("vec", COMMAND), new ProtocolHandler("vecs", COMMAND));
    }

    @Test
    void whatIsAppendedToPathIsSaidAsAnAddition() throws IOException {
        changes.change(
                        ENVIRONMENT,
                        Optional.of(RecordedChanges.text(
                                "Path", ValueType.REG_EXPAND_SZ, "C:\\Windows;C:\\Windows\\System32")),
                        Optional.of(RecordedChanges.text(
                                "Path",
                                ValueType.REG_EXPAND_SZ,
                                "C:\\First;C:\\Windows;C:\\Windows\\System32;C:\\Program Files\\Vector\\bin")))
                .string(ENVIRONMENT, "VECTOR_HOME", "C:\\Program Files\\Vector")
                .string("HKCU\\Environment", "VECTOR_CACHE", "C:\\users\\Ann Lee\\AppData\\Local\\Vector");
        assertThat(config().env())
                .containsExactly(
                        new EnvironmentVariable("Path", "C:\\First;%Path%;%CONTAINER_PROGRAMFILES%\\Vector\\bin"),
                        new EnvironmentVariable("VECTOR_HOME", "%CONTAINER_PROGRAMFILES%\\Vector"),
                        new EnvironmentVariable("VECTOR_CACHE", "%CONTAINER_LOCALAPPDATA%\\Vector"));
    }

    @Test
    void servicesAreKeptAndDriversAreBlockers() throws IOException {
        changes.number(SERVICES + "VectorAgent", "Type", 0x10)
                .number(SERVICES + "VectorAgent", "Start", 2)
                .string(SERVICES + "VectorAgent", "ImagePath", "\"" + EDITOR + "\" --service")
                .number(SERVICES + "VectorHost", "Type", 0x20)
                .string(SERVICES + "VectorHost", "ImagePath", "%SystemRoot%\\System32\\svchost.exe -k vector")
                .number(SERVICES + "vecdrv", "Type", 1)
                .number(SERVICES + "Other", "Setting", 1);
        ProjectionReport report = project(ProjectionSettings.DEFAULT);
        assertThat(report.config().services())
                .containsExactly(
                        new ServiceConfig(
                                "VectorAgent",
                                ServiceConfig.Type.WINDOWS_SERVICE,
                                ServiceConfig.Mode.STUB,
                                ServiceConfig.Start.AUTO,
                                Optional.of("\"%CONTAINER_PROGRAMFILES%\\Vector\\editor.exe\" --service")),
                        new ServiceConfig(
                                "VectorHost",
                                ServiceConfig.Type.WINDOWS_SERVICE,
                                ServiceConfig.Mode.STUB,
                                ServiceConfig.Start.MANUAL,
                                Optional.empty()));
        assertThat(report.blockers())
                .extracting(Blocker::kind)
                .containsExactly(Blocker.Kind.DRIVER, Blocker.Kind.SERVICE, Blocker.Kind.SERVICE);
    }

    @Test
    void whatReachesIntoOtherProcessesIsForecast() throws IOException {
        changes.string(CLASSES + "*\\shellex\\ContextMenuHandlers\\Vector", "", "{1}")
                .string(CLASSES + "Directory\\shellex\\ContextMenuHandlers\\Vector", "", "{1}")
                .string(CLASSES + "Vector.Document\\shellex\\IconHandler", "", "{2}")
                .string("HKLM\\Software\\Microsoft\\Windows NT\\CurrentVersion\\Windows", "AppInit_DLLs", "v.dll")
                .file("C:\\Program Files\\Vector\\old.exe", SamplePrograms.bytes(SamplePrograms.editor32()))
                .string(
                        "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run",
                        "Vector",
                        "\"" + EDITOR + "\" /tray");
        ProjectionReport report = project(ProjectionSettings.DEFAULT);
        assertThat(report.blockers())
                .extracting(Blocker::kind, Blocker::subject)
                .containsExactly(
                        tuple(Blocker.Kind.SHELL_EXTENSION, "Vector"),
                        tuple(Blocker.Kind.SHELL_EXTENSION, "{2}"),
                        tuple(Blocker.Kind.GLOBAL_HOOK, "AppInit_DLLs: v.dll"),
                        tuple(
                                Blocker.Kind.MIXED_BITNESS,
                                "C:\\Program Files\\Vector\\old.exe, C:\\Program Files\\Vector\\editor.exe"));
        assertThat(report.notes())
                .filteredOn(note -> note.topic() == Note.Topic.AUTOSTART)
                .extracting(Note::subject)
                .containsExactly("Run\\Vector");
    }
}
