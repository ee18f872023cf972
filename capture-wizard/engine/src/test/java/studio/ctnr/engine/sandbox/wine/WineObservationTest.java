package studio.ctnr.engine.sandbox.wine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.Progress;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.ProcessTree;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.change.Unobserved;
import studio.ctnr.engine.change.Unobserved.Scope;
import studio.ctnr.engine.change.Writer;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.SandboxSession;
import studio.ctnr.engine.sandbox.SandboxSettings;
import studio.ctnr.engine.sandbox.StepListener;
import studio.ctnr.engine.sandbox.StepResult;

/** Who changed what, seen while real installers run on real Wine. */
class WineObservationTest {
    @TempDir
    Path folder;

    private final List<String> counts = new ArrayList<>();

    private ChangeSet capture(SandboxSettings settings, Path installer, String... arguments) throws Exception {
        StepListener listener = new StepListener() {
            @Override
            public void changed(long files, long values) {
                counts.add(files + "/" + values);
            }
        };
        try (SandboxSession session = new WineSandbox().open(settings, folder.resolve("work"), Progress.NONE)) {
            assertThat(session.run(InstallStep.of(installer, arguments), listener)
                            .succeeded())
                    .isTrue();
            return session.finish();
        }
    }

    /** The programs that led to each change, by its path, key or key and value. */
    private static Map<String, String> writers(ChangeSet changes) throws IOException {
        Map<String, String> writers = new TreeMap<>();
        ProcessTree processes = changes.processes();
        try (Stream<FileChange> files = changes.files()) {
            files.forEach(change -> writers.put(change.path().toString(), path(processes.writer(change.writing()))));
        }
        try (Stream<RegistryChange> registry = changes.registry()) {
            registry.forEach(change -> writers.put(
                    change.key() + (change instanceof RegistryChange.OfValue value ? " : " + value.name() : ""),
                    path(processes.writer(change.writing()))));
        }
        return writers;
    }

    private static String path(Optional<Writer> writer) {
        return writer.map(Writer::path).orElse("nobody");
    }

    @Test
    void everyWriteCarriesItsProcessAndThoseThatLedToIt() throws Exception {
        ChangeSet changes = capture(SandboxSettings.DEFAULT, Samples.get("family-setup.exe"), "/S");
        assertThat(writers(changes))
                .containsEntry("C:\\Program Files\\Family", "family-setup.exe")
                .containsEntry("C:\\Program Files\\Family\\own.txt", "family-setup.exe")
                .containsEntry("C:\\Program Files\\Family\\child.txt", "family-setup.exe > cmd.exe")
                .containsEntry("HKCU\\Software\\Family", "family-setup.exe")
                .containsEntry("HKCU\\Software\\Family : Own", "family-setup.exe")
                .containsEntry("HKCU\\Software\\Family : Grandchild", "family-setup.exe > cmd.exe > reg.exe")
                .doesNotContainKey("C:\\Program Files\\Family\\child.tmp");
        assertThat(changes.processes().processes())
                .allSatisfy(process -> assertThat(process.ended()).isPresent())
                .anySatisfy(process -> assertThat(process.command()).contains("reg.exe add HKCU\\Software\\Family"))
                .extracting(process -> process.exitCode().orElse(-1))
                .containsOnly(0L);
        assertThat(counts.getLast()).isNotEqualTo("0/0");
    }

    @Test
    void whereTheLibraryDoesNotWorkTheStepSaysSoAndGoesOn() throws Exception {
        Path work = folder.resolve("work");
        try (SandboxSession session = new WineSandbox().open(SandboxSettings.DEFAULT, work, Progress.NONE)) {
            try (Stream<Path> files = Files.walk(work)) {
                Path library = files.filter(file -> file.endsWith("x86/ctnr.dll"))
                        .findFirst()
                        .orElseThrow();
                Files.write(library, new byte[100]);
            }
            StepResult result = session.run(InstallStep.of(Samples.get("family-setup.exe"), "/S"), StepListener.NONE);

            assertThat(result.succeeded()).isTrue();
            assertThat(result.unobserved())
                    .extracting(Unobserved::scope, Unobserved::subject)
                    .containsExactly(
                            tuple(Scope.PROGRAMS_32, "x86\\ctnr.dll"), tuple(Scope.PROGRAM, "D:\\family-setup.exe"));
            assertThat(writers(session.finish())).containsEntry("C:\\Program Files\\Family\\own.txt", "nobody");
        }
    }

    @Test
    void thePackagesOfWindowsInstallerAreWrittenByIt() throws Exception {
        Map<String, String> writers = writers(capture(SandboxSettings.DEFAULT, Samples.get("tally.msi")));
        assertThat(writers).containsEntry("C:\\Program Files (x86)\\Tally\\tally.exe", "msiexec.exe");
        assertThat(writers.entrySet())
                .filteredOn(writer ->
                        writer.getKey().startsWith("HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Installer\\"))
                .isNotEmpty()
                .allSatisfy(writer -> assertThat(writer.getValue()).isEqualTo("msiexec.exe"));
    }

    @Test
    void anInstallationDoesTheSameObservedOrNot() throws Exception {
        Path installer = Samples.get("family-setup.exe");
        ChangeSet observed = capture(SandboxSettings.DEFAULT, installer, "/S");
        List<String> files = ChangeLines.files(observed);
        List<String> registry = ChangeLines.registry(observed);
        ChangeSet alone = new WineObservationTest().elsewhere(folder.resolve("alone"), installer);
        assertThat(ChangeLines.files(alone)).isEqualTo(files);
        assertThat(ChangeLines.registry(alone)).isEqualTo(registry);
        assertThat(alone.processes().processes()).isEmpty();
        assertThat(writers(alone).values()).containsOnly("nobody");
    }

    private ChangeSet elsewhere(Path other, Path installer) throws Exception {
        folder = other;
        return capture(SandboxSettings.DEFAULT.withObserved(false), installer, "/S");
    }
}
