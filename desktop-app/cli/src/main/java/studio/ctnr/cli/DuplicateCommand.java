package studio.ctnr.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Makes a second container of one. */
@Command(
        name = "duplicate",
        description = "Make a second container of one, in the state that it is in, without its snapshots and logs.",
        mixinStandardHelpOptions = true,
        footer = {"%nExample:", "  ctnr duplicate app app-test --name 'App (test)'"})
final class DuplicateCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private InventoryAccess access;

    @Parameters(index = "0", paramLabel = "ID", description = "The container's id, or its folder.")
    private String name;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NEW-ID",
            description = "The second one's id. Default: the first's, with a number.")
    private Optional<String> newId = Optional.empty();

    @Option(names = "--name", paramLabel = "NAME", description = "The second one's name (default: the first's).")
    private Optional<String> newName = Optional.empty();

    @Override
    public Integer call() throws WorkbenchException, InterruptedException {
        ContainerRecord copy;
        try (Workbench workbench = access.open()) {
            copy = access.await(
                    workbench,
                    workbench
                            .duplicating()
                            .duplicate(access.container(workbench, name).id(), newId, newName, access.caller()),
                    output,
                    ProgressAmount.Unit.BYTES);
        }
        if (output.isJson()) {
            output.json(ContainerAnswer.of(copy));
        } else {
            output.out().printf("%s: %s%n", copy.id(), copy.folder());
        }
        return ExitCode.DONE;
    }
}
