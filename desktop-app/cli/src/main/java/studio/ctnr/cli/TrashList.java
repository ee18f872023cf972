package studio.ctnr.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.inventory.RetiredContainer;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Lists what can be brought back. */
@Command(
        name = "ls",
        description = "List retired containers, the latest first.",
        mixinStandardHelpOptions = true,
        footer = {"%nExample:", "  ctnr trash ls --json"})
final class TrashList implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private InventoryAccess access;

    @Override
    public Integer call() throws WorkbenchException {
        List<RetiredContainer> retired;
        try (Workbench workbench = access.open()) {
            retired = workbench.trash().list();
        }
        if (output.isJson()) {
            output.json(retired.stream().map(TrashCommand.Answer::of).toList());
        } else if (retired.isEmpty()) {
            output.out().println("the trash is empty");
        } else {
            Columns columns = new Columns(false, false, false, true, false);
            columns.add("TOKEN", "NAME", "VERSION", "SIZE", "RETIRED");
            for (RetiredContainer container : retired) {
                columns.add(
                        container.token(),
                        container.name(),
                        container.version(),
                        ByteSize.text(container.size()),
                        LocalTime.text(container.retired()));
            }
            columns.print(output.out());
        }
        return ExitCode.DONE;
    }
}
