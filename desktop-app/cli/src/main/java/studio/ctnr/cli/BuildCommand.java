package studio.ctnr.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.engine.build.BuildSettings;
import studio.ctnr.engine.build.ContainerBuild;
import studio.ctnr.engine.build.FolderBuild;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.projection.report.ProjectionReport;

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
            "  ctnr build app -o app.ctnr"
        })
final class BuildCommand implements Callable<Integer> {
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
            description = "Text files of the container in which the capture machine's names become variables.")
    private List<String> rewriteTexts = List.of();

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

    @Option(names = "--force", description = "Replace OUT.ctnr when it exists.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        if (target.isEmpty() == folder.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.WRONG_USE, "say what to make: -o OUT.ctnr for an archive, or --folder DIR");
        }
        BuildReport report;
        try (ProgressLine progress = output.progress(ProgressAmount.Unit.BYTES)) {
            report = ContainerFolder.isContainer(source) ? ofFolder(progress) : ofProject(progress);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(ExitCode.WRONG_USE, wrong.getMessage(), wrong);
        }
        report.show(output);
        return ExitCode.DONE;
    }

    private BuildReport ofFolder(ProgressLine progress) throws IOException {
        if (target.isEmpty()) {
            throw new CommandFailure(ExitCode.WRONG_USE, source + " is a container's folder already; pack it with -o");
        }
        FolderBuild.renew(source, keepRuntime);
        return BuildReport.of(packing().pack(source, target.get(), progress), target.get(), Optional.empty());
    }

    private BuildReport ofProject(ProgressLine progress) throws IOException {
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
        ContainerPacking.Packed packed = packing().pack(project, target.orElseThrow(), progress);
        return BuildReport.of(packed.manifest(), target.get(), Optional.of(packed.report()));
    }

    private ContainerPacking packing() {
        return new ContainerPacking(settings(), level, threads, force);
    }

    private BuildSettings settings() {
        return new BuildSettings(id, name, version, rewriteTexts, failedToo);
    }
}
