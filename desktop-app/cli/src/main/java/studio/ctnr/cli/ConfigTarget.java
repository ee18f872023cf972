package studio.ctnr.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.container.config.ConfigProblem;

/** The config.yml that a command works on. */
final class ConfigTarget {
    @Parameters(index = "0", paramLabel = "CONTAINER", description = "A container's folder, or a config.yml.")
    private Path target;

    /** The file itself. */
    Path file() throws IOException {
        if (Files.isDirectory(target)) {
            ContainerFolder.open(target);
            return target.resolve("config.yml");
        }
        if (target.toString().toLowerCase(Locale.ROOT).endsWith(".ctnr")) {
            throw new CommandFailure(
                    ExitCode.WRONG_USE, target + " is an archive; extract it first: ctnr extract " + target);
        }
        if (!Files.exists(target)) {
            throw new CommandFailure(ExitCode.WRONG_USE, "there is no " + target);
        }
        return target;
    }

    /** The container that the file belongs to; empty when it was named by itself. */
    Optional<ContainerFolder> folder() throws IOException {
        return Files.isDirectory(target) ? Optional.of(ContainerFolder.open(target)) : Optional.empty();
    }

    ConfigDocument read() throws IOException {
        return ConfigDocument.read(file());
    }

    /** A change of a document. */
    @FunctionalInterface
    interface Change {
        /** @throws IllegalArgumentException when it can't be made */
        ConfigDocument apply(ConfigDocument document);
    }

    /** Makes a change, unless it would break what was right before: the file is then left as it is. */
    void change(Change change) throws IOException {
        Path file = file();
        ConfigDocument before = ConfigDocument.read(file);
        ConfigDocument after;
        try {
            after = change.apply(before);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.WRONG_USE, e.getMessage(), e);
        }
        List<String> known = errors(before).map(ConfigTarget::meaning).toList();
        List<ConfigProblem> broken = errors(after)
                .filter(problem -> !known.contains(meaning(problem)))
                .toList();
        if (!broken.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.WRONG_USE,
                    broken.stream().map(ConfigTarget::meaning).collect(Collectors.joining("\n      ")) + "\n      "
                            + file + " was left as it is");
        }
        if (!after.text().equals(before.text())) {
            after.write(file);
        }
    }

    private static Stream<ConfigProblem> errors(ConfigDocument document) {
        return document.problems().stream().filter(ConfigProblem::isError);
    }

    private static String meaning(ConfigProblem problem) {
        return problem.path() + ": " + problem.message();
    }
}
