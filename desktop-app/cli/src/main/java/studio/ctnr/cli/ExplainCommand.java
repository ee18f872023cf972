package studio.ctnr.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.container.archive.Archive;
import studio.ctnr.container.view.Bits;
import studio.ctnr.container.view.ContainerView;
import studio.ctnr.container.view.Explanation;
import studio.ctnr.container.view.ViewedMachine;
import studio.ctnr.engine.build.BuildSettings;
import studio.ctnr.engine.build.ContainerBuild;
import studio.ctnr.engine.project.CaptureProject;

/** Tells what an application would see at a path or key, and what would become of a write, without running it. */
@Command(
        name = "explain",
        description = {
            "Tell which layer, mode and rule decide for a path or registry key, and where a write would land.",
            "Nothing is run. Of a project, it is the container that 'ctnr build' would make of it."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ctnr explain app '%APPDATA%\\App\\settings.ini'",
            "  ctnr explain app.ctnr 'C:\\Windows\\System32\\app.dll' --arch x86",
            "  ctnr explain setup.capture 'HKLM\\Software\\Vendor' --value Path --json"
        })
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Parameters(
            index = "0",
            paramLabel = "CONTAINER",
            description = "A container's folder, a .ctnr archive, or a capture project.")
    private Path source;

    @Parameters(
            index = "1",
            paramLabel = "PATH|KEY",
            description =
                    "A path (C:\\…, variables such as %%APPDATA%% are known) or a key (HKCU\\…, HKLM\\…, HKCR\\…, HKU\\…).")
    private String subject;

    @Option(
            names = "--arch",
            paramLabel = "ARCH",
            description = "The kind of program that asks: x64 or x86 (default: x64).")
    private Bits architecture = Bits.X64;

    @Option(names = "--value", paramLabel = "NAME", description = "A value of the key; \"\" for its default value.")
    private Optional<String> value = Optional.empty();

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "Who runs it: the user's folder is C:\\Users\\NAME (default: user).")
    private String user = "user";

    @Override
    public Integer call() throws IOException {
        if (value.isPresent() && !ContainerView.isKey(subject)) {
            throw new CommandFailure(
                    ExitCode.WRONG_USE, "--value is about a registry key, and " + subject + " is none");
        }
        Explanation explanation = explain();
        if (output.isJson()) {
            output.json(explanation);
        } else {
            new ExplanationText(explanation).show(output.out());
        }
        return ExitCode.DONE;
    }

    private Explanation explain() throws IOException {
        if (Files.isRegularFile(source)) {
            try (Archive archive = Archive.open(source)) {
                return ask(ContainerView.of(archive, machine()));
            }
        }
        if (ContainerFolder.isContainer(source)) {
            return ask(ContainerView.of(ContainerFolder.open(source), machine().withRoot(place(source))));
        }
        if (!Files.exists(source.resolve("project.yml"))) {
            throw new CommandFailure(
                    ExitCode.WRONG_USE,
                    Files.exists(source)
                            ? source + " is neither a container (it has no config.yml) nor a capture project"
                            : "there is no " + source);
        }
        CaptureProject project = CaptureProject.open(source);
        try (ScratchFolder scratch = ScratchFolder.in(project.root());
                ProgressLine progress = output.progress(ProgressAmount.Unit.BYTES)) {
            Path folder = scratch.path().resolve("container");
            new ContainerBuild(project, BuildSettings.DEFAULT).scratchFolder(folder, progress);
            return ask(ContainerView.of(ContainerFolder.open(folder), machine()));
        }
    }

    private Explanation ask(ContainerView view) throws IOException {
        try {
            return value.isPresent()
                    ? view.explainValue(subject, value.get(), architecture)
                    : view.explain(subject, architecture);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(ExitCode.WRONG_USE, wrong.getMessage(), wrong);
        }
    }

    private ViewedMachine machine() {
        return ViewedMachine.usual(user);
    }

    /** What Windows programs call a folder of this system: Wine has {@code /} as a drive. */
    private static WindowsPath place(Path folder) {
        String path = folder.toAbsolutePath().normalize().toString();
        return WindowsPath.of(path.toLowerCase(Locale.ROOT).matches("[a-z]:.*") ? path : "Z:" + path);
    }
}
