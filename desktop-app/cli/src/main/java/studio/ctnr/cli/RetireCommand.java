package studio.ctnr.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.inventory.RetiredContainer;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Takes containers out of the inventory. */
@Command(
        name = "retire",
        description = {
            "Take containers out of the inventory, to a trash from which 'ctnr trash restore' brings them back.",
            "One that runs is refused. The folder of a linked one stays where it is."
        },
        mixinStandardHelpOptions = true,
        footer = {"%nExamples:", "  ctnr retire app", "  ctnr retire app-1 app-2 --purge     (for good)"})
final class RetireCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private InventoryAccess access;

    @Parameters(paramLabel = "ID", arity = "1..*", description = "The containers' ids, or their folders.")
    private List<String> names;

    @Option(names = "--purge", description = "Delete them for good, without a way back.")
    private boolean purge;

    @Override
    public Integer call() throws WorkbenchException, InterruptedException {
        List<RetiredContainer> retired = new ArrayList<>();
        try (Workbench workbench = access.open()) {
            List<ContainerRecord> containers = new ArrayList<>();
            for (String name : names) {
                containers.add(access.container(workbench, name));
            }
            for (ContainerRecord container : containers) {
                RetiredContainer gone = access.await(
                        workbench,
                        workbench.retiring().retire(container.id(), access.caller()),
                        output,
                        ProgressAmount.Unit.STEPS);
                if (purge) {
                    access.await(
                            workbench,
                            workbench.retiring().purge(gone, access.caller()),
                            output,
                            ProgressAmount.Unit.STEPS);
                }
                retired.add(gone);
            }
        }
        if (output.isJson()) {
            output.json(retired.stream().map(TrashCommand.Answer::of).toList());
        } else {
            for (RetiredContainer gone : retired) {
                output.out()
                        .println(
                                purge
                                        ? gone.id() + " is gone"
                                        : gone.id() + " is retired; 'ctnr trash restore " + gone.id()
                                                + "' brings it back");
            }
        }
        return ExitCode.DONE;
    }
}
