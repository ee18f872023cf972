package studio.ctnr.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Reads all that is kept. */
@Command(
        name = "verify",
        description = "Read everything that a container's snapshots hold, and tell every damage.",
        mixinStandardHelpOptions = true,
        footer = {"%nThe exit code is 1 when something is damaged.", "%nExample:", "  ctnr snapshot verify app"})
final class SnapshotVerify implements Callable<Integer> {
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
                            workbench.snapshots().verify(id, access.caller()),
                            output,
                            ProgressAmount.Unit.STEPS))
                    .tell(output);
        }
    }
}
