package studio.ctnr.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ctnr config rm}. */
@Command(
        name = "rm",
        description = "Removes a setting, or an item of a list.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: ctnr config rm my-container env[0]"})
final class ConfigRemove implements Callable<Integer> {
    @Mixin
    private ConfigTarget target;

    @Parameters(index = "1", paramLabel = "SETTING", description = "Such as homepage or env[0].")
    private String path;

    @Override
    public Integer call() throws IOException {
        target.change(document -> document.remove(path));
        return ExitCode.DONE;
    }
}
