package studio.ctnr.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import studio.ctnr.workbench.inventory.RetiredContainer;

/** {@code ctnr trash}: what was retired. */
@Command(
        name = "trash",
        description = "Lists retired containers, brings them back, or deletes them for good.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"%nExamples:", "  ctnr trash ls", "  ctnr trash restore app", "  ctnr trash purge --all"},
        subcommands = {TrashList.class, TrashRestore.class, TrashPurge.class})
final class TrashCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** As {@code --json} writes a retired container. */
    record Answer(
            String token,
            String id,
            String name,
            String version,
            String folder,
            boolean linked,
            long size,
            String retired) {
        static Answer of(RetiredContainer container) {
            return new Answer(
                    container.token(),
                    container.id(),
                    container.name(),
                    container.version(),
                    container.folder().toString(),
                    container.linked(),
                    container.size(),
                    container.retired().toString());
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
