package studio.ctnr.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.inventory.RetiredContainer;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Deletes retired containers for good. */
@Command(
        name = "purge",
        description = "Delete retired containers for good. The folder of a linked one is left alone.",
        mixinStandardHelpOptions = true,
        footer = {"%nExamples:", "  ctnr trash purge app", "  ctnr trash purge --all"})
final class TrashPurge implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private InventoryAccess access;

    @Parameters(
            paramLabel = "ID|TOKEN",
            arity = "0..*",
            description = "Ids (the latest of each), or tokens in the trash.")
    private List<String> names = List.of();

    @Option(names = "--all", description = "All that the trash has.")
    private boolean all;

    @Override
    public Integer call() throws WorkbenchException, InterruptedException {
        if (all != names.isEmpty()) {
            throw new CommandFailure(ExitCode.WRONG_USE, "say which to delete for good, or --all");
        }
        List<RetiredContainer> purged = new ArrayList<>();
        try (Workbench workbench = access.open()) {
            List<RetiredContainer> chosen = new ArrayList<>();
            for (String name : names) {
                chosen.add(workbench.trash().get(name));
            }
            for (RetiredContainer container : all ? workbench.trash().list() : chosen) {
                purged.add(access.await(
                        workbench,
                        workbench.retiring().purge(container, access.caller()),
                        output,
                        ProgressAmount.Unit.STEPS));
            }
        }
        if (output.isJson()) {
            output.json(purged.stream().map(TrashCommand.Answer::of).toList());
        } else {
            purged.forEach(container -> output.out().println(container.token() + " is gone"));
        }
        return ExitCode.DONE;
    }
}
