package studio.ctnr.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Mends what is kept. */
@Command(
        name = "repair",
        description = {
            "Mend a container's snapshots: content that is damaged is stored anew where the container still has it,",
            "and what no snapshot needs is removed."
        },
        mixinStandardHelpOptions = true,
        footer = {"%nThe exit code is 1 when something is still damaged.", "%nExample:", "  ctnr snapshot repair app"})
final class SnapshotRepair implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private InventoryAccess access;

    @Parameters(paramLabel = "ID", description = "The container's id, or its folder.")
    private String name;

    @Override
    public Integer call() throws WorkbenchException, InterruptedException {
        try (Workbench workbench = access.open()) {
            String id = access.container(workbench, name).id();
            return new SnapshotReport(access.await(
                            workbench,
                            workbench.snapshots().repair(id, access.caller()),
                            output,
                            ProgressAmount.Unit.STEPS))
                    .tell(output);
        }
    }
}
