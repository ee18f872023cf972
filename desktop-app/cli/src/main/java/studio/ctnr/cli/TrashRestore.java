package studio.ctnr.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Brings a retired container back. */
@Command(
        name = "restore",
        description = "Bring a retired container back, with its tags and snapshots.",
        mixinStandardHelpOptions = true,
        footer = {"%nExample:", "  ctnr trash restore app"})
final class TrashRestore implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private InventoryAccess access;

    @Parameters(paramLabel = "ID|TOKEN", description = "Its id (the latest of that id), or its token in the trash.")
    private String name;

    @Override
    public Integer call() throws WorkbenchException, InterruptedException {
        ContainerRecord container;
        try (Workbench workbench = access.open()) {
            container = access.await(
                    workbench,
                    workbench.retiring().bringBack(workbench.trash().get(name), access.caller()),
                    output,
                    ProgressAmount.Unit.STEPS);
        }
        if (output.isJson()) {
            output.json(ContainerAnswer.of(container));
        } else {
            output.out().println(container.id() + " is back");
        }
        return ExitCode.DONE;
    }
}
