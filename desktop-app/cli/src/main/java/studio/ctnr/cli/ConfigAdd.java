package studio.ctnr.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.config.ConfigValues;

/** {@code ctnr config add}. */
@Command(
        name = "add",
        description = "Adds an item to a list.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ctnr config add my-container env '{key: LANG, value: en}'",
            "  ctnr config add my-container isolation.filesystem '{path: \"D:\\\\Data\\\\**\", mode: host}'"
        })
final class ConfigAdd implements Callable<Integer> {
    @Mixin
    private ConfigTarget target;

    @Parameters(index = "1", paramLabel = "LIST", description = "Such as env or isolation.filesystem.")
    private String path;

    @Parameters(index = "2", paramLabel = "ITEM", description = "The item, written as in YAML.")
    private String item;

    @Override
    public Integer call() throws IOException {
        target.change(document -> document.add(path, ConfigValues.read(path + "[0]", item)));
        return ExitCode.DONE;
    }
}
