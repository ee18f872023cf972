package studio.ctnr.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.archive.Archive;
import studio.ctnr.container.archive.manifest.Manifest;
import studio.ctnr.engine.build.BuildSettings;
import studio.ctnr.engine.build.ContainerBuild;
import studio.ctnr.engine.build.FolderBuild;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.projection.report.ProjectionReport;
import studio.ctnr.engine.projection.text.TextChoice;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.engine.smoke.SmokeScript;
import studio.ctnr.engine.smoke.SmokeTest;

/** Makes a container of a capture project, or an archive of a container's folder. */
@Command(
        name = "build",
        description = {
            "Make a container of a capture project, or of a container's folder.",
            "The same project or folder gives the same bytes, on any machine and with any number of threads.",
            "The launcher and the hook libraries go into bin/, their version and hashes into config.yml; in a folder,",
            "they are renewed there."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ctnr build setup.capture -o app.ctnr",
            "  ctnr build setup.capture --folder app     (a folder, to look into and to edit)",
            "  ctnr build app -o app.ctnr --smoke"
        })
final class BuildCommand implements Callable<Integer> {
    private static final Duration SMOKE_LIMIT = Duration.ofSeconds(60);

    @Mixin
    private Output output;

    @Parameters(paramLabel = "PROJECT|FOLDER", description = "A capture project, or a container's folder.")
    private Path source;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.ctnr",
            description = "The archive to write.")
    private Optional<Path> target;

    @Option(names = "--folder", paramLabel = "DIR", description = "The container's folder to make of a project.")
    private Optional<Path> folder;

    @Option(names = "--id", paramLabel = "ID", description = "The container's id (default: from name and version).")
    private Optional<String> id;

    @Option(names = "--name", paramLabel = "NAME", description = "The application's name (default: as captured).")
    private Optional<String> name;

    @Option(
            names = "--app-version",
            paramLabel = "VERSION",
            description = "The application's version (default: as captured).")
    private Optional<String> version;

    @Option(
            names = "--rewrite",
            paramLabel = "GLOB",
            description = "Text files of the container in which the capture machine's names become variables, beside"
                    + " settings (.ini, .json, .xml …), where they always do.")
    private List<String> rewriteTexts = List.of();

    @Option(
            names = "--as-captured",
            paramLabel = "GLOB",
            description = "Text files of the container that stay as they are, settings too.")
    private List<String> keptTexts = List.of();

    @Option(names = "--failed-too", description = "Build although the installer failed when it was captured.")
    private boolean failedToo;

    @Option(
            names = "--level",
            paramLabel = "N",
            defaultValue = "3",
            description = "How hard to compress: 1 (fast) to 22 (small). Default: ${DEFAULT-VALUE}.")
    private int level;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads to use. Default: one for each processor.")
    private Optional<Integer> threads;

    @Option(
            names = "--keep-runtime",
            description = "Of a folder: leave the launcher and the libraries in it as they are, such as signed ones.")
    private boolean keepRuntime;

    @Option(
            names = "--smoke",
            description =
                    "Run the container on a clean machine first; when it leaks, no OUT.ctnr is made (ctnr smoke).")
    private boolean smoke;

    @Option(names = "--smoke-steps", paramLabel = "FILE", description = "The same with the steps of FILE.")
    private Optional<Path> smokeSteps = Optional.empty();

    @Option(names = "--force", description = "Replace OUT.ctnr when it exists.")
    private boolean force;

    @Override
    public Integer call() throws IOException, SandboxException {
        if (target.isEmpty() == folder.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.WRONG_USE, "say what to make: -o OUT.ctnr for an archive, or --folder DIR");
        }
        if (smoke || smokeSteps.isPresent()) {
            return tested();
        }
        BuildReport report = build(target);
        report.show(output);
        return ExitCode.DONE;
    }

    /** Packed beside its goal, run from there, and only then put into its place. */
    private int tested() throws IOException, SandboxException {
        Path goal = target.orElseThrow(
                () -> new CommandFailure(ExitCode.WRONG_USE, "--smoke is about an archive; name one with -o"));
        if (Files.exists(goal) && !force) {
            throw new CommandFailure(ExitCode.FAILED, goal + " is there already; --force replaces it");
        }
        SmokeScript script = smokeSteps.isPresent()
                ? SmokeScript.read(smokeSteps.get())
                : SmokeScript.usual(Optional.empty(), SMOKE_LIMIT);
        try (ScratchFolder scratch = ScratchFolder.in(goal.toAbsolutePath().getParent())) {
            Path untested = scratch.path().resolve("untested.ctnr");
            BuildReport report = build(Optional.of(untested));
            SmokeReport result;
            try (Archive archive = Archive.open(untested)) {
                result = SmokeReport.of(SmokeCommand.run(SmokeTest.of(archive), script, SMOKE_LIMIT, output));
            }
            if (result.passed()) {
                Files.move(untested, goal, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            report.with(result).show(output);
            return result.passed() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private BuildReport build(Optional<Path> archive) throws IOException {
        try (ProgressLine progress = output.progress(ProgressAmount.Unit.BYTES)) {
            return ContainerFolder.isContainer(source) ? ofFolder(archive, progress) : ofProject(archive, progress);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(ExitCode.WRONG_USE, wrong.getMessage(), wrong);
        }
    }

    private BuildReport ofFolder(Optional<Path> archive, ProgressLine progress) throws IOException {
        if (archive.isEmpty()) {
            throw new CommandFailure(ExitCode.WRONG_USE, source + " is a container's folder already; pack it with -o");
        }
        FolderBuild.renew(source, keepRuntime);
        Manifest packed = packing().pack(source, archive.get(), progress);
        return BuildReport.of(packed, archive.get(), target.get(), Optional.empty());
    }

    private BuildReport ofProject(Optional<Path> archive, ProgressLine progress) throws IOException {
        if (!Files.exists(source.resolve("project.yml"))) {
            throw new CommandFailure(
                    ExitCode.WRONG_USE,
                    source + " is neither a capture project (it has no project.yml) nor a container's folder"
                            + " (it has no config.yml)");
        }
        CaptureProject project = CaptureProject.open(source);
        if (folder.isPresent()) {
            ProjectionReport report = new ContainerBuild(project, settings()).folder(folder.get(), progress);
            return BuildReport.ofFolder(folder.get(), report);
        }
        ContainerPacking.Packed packed = packing().pack(project, archive.orElseThrow(), progress);
        return BuildReport.of(packed.manifest(), archive.get(), target.orElseThrow(), Optional.of(packed.report()));
    }

    private ContainerPacking packing() {
        return new ContainerPacking(settings(), level, threads, force);
    }

    private BuildSettings settings() {
        return new BuildSettings(id, name, version, new TextChoice(rewriteTexts, keptTexts), failedToo);
    }
}
