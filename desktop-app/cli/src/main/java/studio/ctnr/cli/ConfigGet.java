package studio.ctnr.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.container.config.ConfigValues;

/** {@code ctnr config get}. */
@Command(
        name = "get",
        description = "Shows one setting, or the whole file.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A setting that the file is silent about is shown with its default. A single value is shown bare.",
            "",
            "Example: ctnr config get my-container entrypoints[0].target"
        })
final class ConfigGet implements Callable<Integer> {
    @Mixin
    private ConfigTarget target;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SETTING",
            description = "Such as security.signed; the whole file when left out.")
    private String path = "";

    @Mixin
    private Output output;

    @Override
    public Integer call() throws IOException {
        ConfigDocument document = target.read();
        if (path.isEmpty() && !output.isJson()) {
            output.out().print(document.text());
            output.out().flush();
            return ExitCode.DONE;
        }
        Object value = value(document);
        if (output.isJson()) {
            output.json(value);
        } else {
            output.out().println(ConfigValues.write(value).stripTrailing());
        }
        return ExitCode.DONE;
    }

    private Object value(ConfigDocument document) throws IOException {
        try {
            Optional<Object> usual = document.has(path) ? Optional.empty() : ConfigValues.usual(path);
            if (!document.has(path) && usual.isEmpty()) {
                String meant = ConfigValues.meant(path)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
                throw new CommandFailure(
                        ExitCode.FAILED, "%s says nothing about %s%s".formatted(target.file(), path, meant));
            }
            return document.has(path) ? document.get(path).orElse(null) : usual.get();
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.WRONG_USE, e.getMessage(), e);
        }
    }
}
