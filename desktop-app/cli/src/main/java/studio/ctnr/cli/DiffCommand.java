package studio.ctnr.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.engine.change.ProcessTree;
import studio.ctnr.engine.change.Unobserved;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.rules.ChangeFilter;
import studio.ctnr.engine.rules.Selection;

/** {@code ctnr diff}. */
@Command(
        name = "diff",
        description = {
            "Shows what a capture changed, and what of it goes into the container.",
            "",
            "+ was added, ~ was changed, - was deleted. What is excluded is told in numbers; --all shows it, with an x and "
                    + "its reason."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ctnr diff my-project",
            "  ctnr diff my-project '%%APPDATA%%\\**' --all",
            "  ctnr diff my-project 'HKCU\\Software\\Vendor' --json"
        })
final class DiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "PROJECT", description = "The folder of a capture project.")
    private Path folder;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PATTERN",
            description = "Show only these files or keys, and what lies in them: a glob such as C:\\App\\*.dll, "
                    + "HKCU\\Software\\Vendor, or a name alone.")
    private String pattern;

    @Option(
            names = {"-a", "--all"},
            description = "Show what is excluded as well.")
    private boolean all;

    @Option(
            names = "--who",
            description =
                    "Tell of each change which programs led to it, and when it was made (UTC); --json has it always.")
    private boolean who;

    @Option(names = "--hash", description = "With --json: the SHA-256 of what was added or changed.")
    private boolean hash;

    @ArgGroup
    private Part part = new Part();

    @Mixin
    private Output output;

    /** Which half is shown; without either, both are. */
    private static final class Part {
        @Option(names = "--files", description = "Show files and folders only.")
        private boolean files;

        @Option(names = "--registry", description = "Show the registry only.")
        private boolean registry;
    }

    @Override
    public Integer call() throws IOException {
        if (hash && !output.isJson()) {
            throw new CommandFailure(ExitCode.WRONG_USE, "--hash goes with --json");
        }
        try {
            CaptureProject project = CaptureProject.open(folder);
            Selection selection = Selection.of(project);
            DiffScope scope = new DiffScope(selection, filter(project), all, !part.registry, !part.files);
            List<Unobserved> unobserved = project.record().unobserved();
            ProcessTree processes = project.changes().processes();
            if (output.isJson()) {
                new DiffJson(scope, processes, unobserved, hash ? Optional.of(project.changes()) : Optional.empty())
                        .write(output.out());
            } else {
                new DiffTree(scope, folder, Paint.of(output), who ? Optional.of(processes) : Optional.empty())
                        .write(output.out());
            }
            output.out().flush();
            if (who) {
                UnobservedWarning.tell(output, unobserved);
            }
            return ExitCode.DONE;
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private Optional<ChangeFilter> filter(CaptureProject project) {
        try {
            return Optional.ofNullable(pattern)
                    .map(text -> ChangeFilter.of(text, project.record().machine()));
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(ExitCode.WRONG_USE, wrong.getMessage());
        }
    }
}
