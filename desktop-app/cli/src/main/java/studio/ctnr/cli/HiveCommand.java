package studio.ctnr.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ctnr hive}: what is in a registry hive, and changes to it. */
@Command(
        name = "hive",
        description = "Shows and changes registry hives: those of a container, or any hive file.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "A hive is named by its file (its keys are then relative to its root), or by a container's folder, with whole",
            "key paths: HKCU\\... is in user/Registry/HKCU.hiv, HKLM\\Software\\... in user/Registry/HKLM-SW.hiv."
        },
        subcommands = {
            HiveList.class,
            HiveGet.class,
            HiveSet.class,
            HiveRemove.class,
            HiveExport.class,
            HiveImport.class
        })
final class HiveCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
