package studio.ctnr.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.archive.ArchiveBuilder;
import studio.ctnr.engine.build.BuildSettings;
import studio.ctnr.engine.capture.Capture;
import studio.ctnr.engine.capture.CaptureOutcome;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.InstallStep.SideFiles;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.workbench.WorkbenchPlace;

/** Runs an installer on a clean machine, keeps what it changed as a project, and builds a container of it if asked. */
@Command(
        name = "capture",
        description = "Run an installer in a clean sandbox and keep what it changes as a capture project.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Without --args the installer's kind is recognised (NSIS, Inno Setup, MSI, …) and its silent switches used.",
            "",
            "Examples:",
            "  ctnr capture setup.exe -o app.ctnr",
            "  ctnr capture app.msi --args \"/qn ALLUSERS=1\" --project app.capture",
            "  ctnr capture setup.exe --step \"patch.msp\" --step \"settings.reg\" --timeout 30m"
        })
final class CaptureCommand implements Callable<Integer> {
    @Parameters(paramLabel = "INSTALLER", description = "The .exe, .msi, .msp, .bat or .cmd to run.")
    private Path installer;

    @Option(
            names = "--args",
            paramLabel = "TEXT",
            description = "The installer's arguments, as one text; \"\" for none.")
    private Optional<String> arguments;

    @Option(
            names = "--step",
            paramLabel = "STEP",
            description = "Another file to run after it, with arguments if any; may be repeated.")
    private List<String> steps = List.of();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "15m",
            converter = DurationOption.class,
            description = "How long each step may take, such as 90s or 1h (default: ${DEFAULT-VALUE}).")
    private Duration timeLimit;

    @Option(names = "--alone", description = "Do not show the installer the other files of its folder.")
    private boolean alone;

    @Option(
            names = {"-p", "--project"},
            paramLabel = "DIR",
            description = "The capture project to make (default: the installer's name with .capture).")
    private Optional<Path> project;

    @Option(names = "--force", description = "Replace the project, and the .ctnr of -o, if they are there already.")
    private boolean force;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.ctnr",
            description = "Build this container of what was captured.")
    private Optional<Path> output;

    @ArgGroup(heading = "%nThe sandbox:%n", exclusive = false)
    private SandboxOptions sandbox = new SandboxOptions();

    @Mixin
    private Output answer;

    @Override
    public Integer call() throws IOException, SandboxException {
        CaptureTarget target = CaptureTarget.of(installer, project, output, force);
        SideFiles sideFiles = alone ? SideFiles.NONE : SideFiles.WHOLE_FOLDER;
        List<InstallStep> all =
                new InstallSteps(sandbox.silent(), timeLimit, sideFiles).all(installer, arguments, steps);
        target.clear();

        CaptureOutcome outcome = capture(all, target.project());
        CaptureReport report = CaptureReport.of(outcome);
        Optional<Path> built = Optional.empty();
        if (report.worthBuilding() && output.isPresent()) {
            try (ProgressLine progress = answer.progress()) {
                new ContainerPacking(BuildSettings.DEFAULT, ArchiveBuilder.LEVEL, Optional.empty(), force)
                        .pack(outcome.project(), output.get(), progress);
            }
            built = output;
        }
        report.show(answer, built);
        return report.exitCode();
    }

    private CaptureOutcome capture(List<InstallStep> all, Path folder) throws IOException, SandboxException {
        Capture capture = new Capture(HostSandbox.find(), sandbox.settings(), Clock.systemUTC())
                .withRules(WorkbenchPlace.ofUser().rules());
        answer.interruption().onRequest(capture::cancel);
        try (ProgressLine line = answer.progress()) {
            return capture.run(all, folder, new CaptureScreen(line));
        }
    }
}
