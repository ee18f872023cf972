package studio.ctnr.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.config.ConfigValues;

/** {@code ctnr config set}. */
@Command(
        name = "set",
        description = "Changes one setting; what is missing on the way to it is made.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The value is taken as the setting wants it: 1.0 is a text for version, true is no text for security.signed.",
            "Lists and maps are written as in YAML. A value that is not accepted leaves the file as it is.",
            "",
            "Examples:",
            "  ctnr config set my-container version 1.0",
            "  ctnr config set my-container security.signed true",
            "  ctnr config set my-container isolation.registry '[{path: HKCU\\Software\\V\\**, mode: host}]'"
        })
final class ConfigSet implements Callable<Integer> {
    @Mixin
    private ConfigTarget target;

    @Parameters(index = "1", paramLabel = "SETTING", description = "Such as entrypoints[0].name.")
    private String path;

    @Parameters(index = "2", paramLabel = "VALUE", description = "What it is to be.")
    private String value;

    @Option(names = "--text", description = "Take the value as a text in any case.")
    private boolean text;

    @Override
    public Integer call() throws IOException {
        target.change(document -> document.set(path, text ? value : ConfigValues.read(path, value)));
        return ExitCode.DONE;
    }
}
