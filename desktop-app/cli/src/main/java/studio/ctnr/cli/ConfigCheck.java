package studio.ctnr.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.container.config.ConfigProblem;
import studio.ctnr.container.config.InvalidConfigException;

/** {@code ctnr config check}. */
@Command(
        name = "check",
        description = {
            "Tells every error and warning in a config.yml, one a line, with its place.",
            "For a container's folder, it is also looked whether what the file names is there."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Answers with 1 when there are errors; warnings alone are no failure.",
            "",
            "Example: ctnr config check my-container"
        })
final class ConfigCheck implements Callable<Integer> {
    @Mixin
    private ConfigTarget target;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws IOException {
        List<ConfigProblem> problems = problems();
        if (output.isJson()) {
            output.json(problems);
        } else {
            String file = target.file().toString();
            problems.forEach(problem -> output.out().println(problem.in(file)));
        }
        return problems.stream().anyMatch(ConfigProblem::isError) ? ExitCode.FAILED : ExitCode.DONE;
    }

    private List<ConfigProblem> problems() throws IOException {
        try {
            ConfigDocument document = target.read();
            Optional<ContainerFolder> folder = target.folder();
            return folder.isPresent() ? document.problems(folder.get()) : document.problems();
        } catch (InvalidConfigException e) {
            return e.problems();
        }
    }
}
