package studio.ctnr.engine.sandbox.wine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.Progress;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.rules.Judged;
import studio.ctnr.engine.rules.RuleSet;
import studio.ctnr.engine.rules.Selection;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.InstallStep.SideFiles;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.engine.sandbox.SandboxSession;
import studio.ctnr.engine.sandbox.SandboxSettings;
import studio.ctnr.engine.sandbox.SandboxSettings.Storage;
import studio.ctnr.engine.sandbox.StepListener;
import studio.ctnr.engine.sandbox.StepResult;

/** Real installers on real Wine. */
class WineCaptureTest {
    private static final Pattern DRIVER_DATE = Pattern.compile("\"DriverDate\"=\"[^\"]*\"");

    @TempDir
    Path folder;

    private static SandboxSession open(SandboxSettings settings, Path workspace) throws Exception {
        return new WineSandbox().open(settings, workspace, Progress.NONE);
    }

    private static StepResult run(SandboxSession session, Path installer, String... arguments)
            throws SandboxException, IOException {
        return session.run(InstallStep.of(installer, arguments), StepListener.NONE);
    }

    @Test
    void exitCodesKeepAllTheirBitsAndOneSessionRunsSeveralSteps() throws Exception {
        Path batch = Samples.batch(folder.resolve("a b"), "end with.bat", "exit %1");
        try (SandboxSession session = open(SandboxSettings.DEFAULT, folder.resolve("workspace"))) {
            assertThat(run(session, batch, "1603").exitCode()).isEqualTo(1603);
            assertThat(run(session, batch, "-1073741819").exitCode()).isEqualTo(0xC0000005L);
            StepResult restart = run(session, Samples.get("exits-setup.exe"), "/S");
            assertThat(restart.exitCode()).isEqualTo(3010);
            assertThat(restart.restartNeeded()).isTrue();
            assertThat(run(session, Samples.get("refuses.msi")).exitCode()).isEqualTo(1603);
            assertThat(ChangeLines.files(session.finish()))
                    .satisfiesExactly(
                            line -> assertThat(line).contains("ADDED C:\\Program Files (x86)\\Exits "),
                            line -> assertThat(line).contains("\\Exits\\installed.txt "));
        }
    }

    @Test
    void aPackageReadsTheCabinetBesideItUnlessItIsShownAlone() throws Exception {
        InstallStep step = InstallStep.of(Samples.get("tally.msi"));
        try (SandboxSession session = open(SandboxSettings.DEFAULT, folder.resolve("workspace"))) {
            assertThat(session.run(step.withSideFiles(SideFiles.NONE), StepListener.NONE)
                            .exitCode())
                    .isNotZero();
            assertThat(session.run(step, StepListener.NONE).exitCode()).isZero();
            assertThat(ChangeLines.files(session.finish())).anyMatch(line -> line.contains("\\tally.exe"));
        }
    }

    @Test
    void twoCapturesAndACaptureOnACopyFindTheSame() throws Exception {
        Path installer = Samples.get("tally-setup.exe");
        ChangeSet first = capture(Storage.OVERLAY, Optional.empty(), installer, folder.resolve("first"));
        ChangeSet second =
                capture(Storage.OVERLAY, Optional.of(Namespaces.ROOTLESS), installer, folder.resolve("second"));
        ChangeSet copy = capture(Storage.COPY, Optional.empty(), installer, folder.resolve("copy"));

        List<String> files = ChangeLines.files(first);
        assertThat(files).anyMatch(line -> line.startsWith("ADDED C:\\Program Files\\Tally\\tally.exe"));
        assertThat(ChangeLines.files(second)).isEqualTo(files);
        assertThat(ChangeLines.files(copy)).isEqualTo(files);
        List<String> registry = ChangeLines.registry(first);
        assertThat(registry).anyMatch(line -> line.contains("HKCU\\Software\\Ctnr Samples\\Tally"));
        assertThat(ChangeLines.registry(second)).isEqualTo(registry);
        assertThat(ChangeLines.registry(copy)).isEqualTo(registry);

        assertThat(first.content(WindowsPath.of("c:\\PROGRAM FILES\\tally\\README.TXT")))
                .hasSameBinaryContentAs(installer.resolveSibling("readme.txt"));
        assertThat(first.files().map(change -> change.path())).isSorted();
        assertThat(first.registry().map(change -> change.key())).isSorted();
        assertThat(folder.resolve("first/scratch")).doesNotExist();
    }

    private static ChangeSet capture(Storage storage, Optional<Namespaces> namespaces, Path installer, Path workspace)
            throws Exception {
        WineSandbox sandbox = new WineSandbox(WineHost.here(), TemplateStore.ofUser(System.getenv()), namespaces);
        SandboxSettings settings = SandboxSettings.DEFAULT.withStorage(storage);
        try (SandboxSession session = sandbox.open(settings, workspace, Progress.NONE)) {
            assertThat(run(session, installer, "/S").succeeded()).isTrue();
            return session.finish();
        }
    }

    @Test
    void deletedChangedAndTouchedFilesAreToldApart() throws Exception {
        Path batch = Samples.batch(
                folder.resolve("in"),
                "change.bat",
                "echo more>> C:\\windows\\win.ini",
                "attrib +h C:\\windows\\system.ini",
                "copy /b C:\\windows\\hh.exe C:\\hh.exe >nul",
                "copy /b /y C:\\hh.exe C:\\windows\\hh.exe >nul",
                "del C:\\hh.exe",
                "rmdir /s /q \"C:\\Program Files\\Windows NT\"",
                "rmdir /s /q C:\\windows\\twain_32",
                "mkdir C:\\windows\\twain_32",
                "echo %GREETING%> C:\\windows\\twain_32\\new.txt",
                "exit 0");
        try (SandboxSession session = open(SandboxSettings.DEFAULT, folder.resolve("workspace"))) {
            InstallStep step = InstallStep.of(batch).withEnvironment(Map.of("GREETING", "it's $HOME"));
            assertThat(session.run(step, StepListener.NONE).exitCode()).isZero();
            ChangeSet changes = session.finish();
            List<String> lines = ChangeLines.files(changes).stream()
                    .map(line -> line.substring(0, line.lastIndexOf(' ')))
                    .toList();
            assertThat(lines).contains("CHANGED C:\\windows\\win.ini 0", "CHANGED C:\\windows\\system.ini 2");
            assertThat(lines).contains("DELETED C:\\Program Files\\Windows NT -1");
            assertThat(lines).anyMatch(line -> line.startsWith("DELETED C:\\Program Files\\Windows NT\\Accessories"));
            assertThat(lines).anyMatch(line -> line.startsWith("DELETED C:\\windows\\twain_32\\"));
            assertThat(lines).contains("ADDED C:\\windows\\twain_32\\new.txt 0");
            assertThat(lines).noneMatch(line -> line.contains("hh.exe"));
            WindowsPath changed = WindowsPath.of("C:\\windows\\win.ini");
            String before = Files.readString(changes.earlier(changed).orElseThrow());
            assertThat(changes.content(changed)).hasContent(before + "more\r\n");
            assertThat(Files.readString(
                            changes.content(WindowsPath.of("C:\\windows\\twain_32\\new.txt")),
                            StandardCharsets.US_ASCII))
                    .isEqualTo("it's $HOME\r\n");
        }
    }

    @Test
    void whatWineItselfWritesOnAnotherDayIsNoTraceOfTheInstaller() throws Exception {
        WineTemplate today = new WineSandbox().template(SandboxSettings.DEFAULT, Progress.NONE);
        TemplateStore older = new TemplateStore(folder.resolve("cache"));
        older.get(WineProbe.templateVersion(WineHost.here().wineVersion().orElseThrow()), "win10", staging -> {
            Path prefix = Files.createDirectory(staging.resolve("prefix"));
            CleanPrefix.copy(WineHost.here(), today, prefix);
            Path registry = prefix.resolve("system.reg");
            String text = Files.readString(registry, StandardCharsets.ISO_8859_1);
            assertThat(text).containsPattern(DRIVER_DATE);
            Files.writeString(
                    registry,
                    DRIVER_DATE.matcher(text).replaceAll("\"DriverDate\"=\"1-2-2003\""),
                    StandardCharsets.ISO_8859_1);
        });
        WineSandbox sandbox = new WineSandbox(WineHost.here(), older, Optional.empty());
        Path batch = Samples.batch(folder.resolve("in"), "nothing.bat", "exit 0");
        try (SandboxSession session =
                sandbox.open(SandboxSettings.DEFAULT, folder.resolve("workspace"), Progress.NONE)) {
            assertThat(run(session, batch).exitCode()).isZero();
            Selection selection = Selection.of(session.finish(), RuleSet.ofWine());
            try (Stream<Judged<RegistryChange>> registry = selection.registry()) {
                assertThat(registry.toList())
                        .anySatisfy(
                                judged -> assertThat(judged.change().toString()).contains("DriverDate = "))
                        .noneMatch(Judged::included);
            }
        }
    }
}
