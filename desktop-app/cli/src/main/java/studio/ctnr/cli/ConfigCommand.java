package studio.ctnr.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ctnr config}: what a container's config.yml says, and changes to it. */
@Command(
        name = "config",
        description = "Shows, checks and changes a container's config.yml.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "A setting is named by its keys and indexes, such as security.signed or entrypoints[0].name.",
            "A change touches only the lines it means: comments, order and quoting elsewhere stay as they are.",
            "",
            "Examples:",
            "  ctnr config check my-container",
            "  ctnr config set my-container security.encryption aes-gcm-256",
            "  ctnr config add my-container env '{key: LANG, value: en}'"
        },
        subcommands = {ConfigGet.class, ConfigSet.class, ConfigAdd.class, ConfigRemove.class, ConfigCheck.class})
final class ConfigCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
