package studio.ctnr.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.snapshot.Snapshot;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Deletes snapshots. */
@Command(
        name = "rm",
        description = "Delete snapshots, and what only they needed.",
        mixinStandardHelpOptions = true,
        footer = {"%nExample:", "  ctnr snapshot rm app 'before the update'"})
final class SnapshotRemove implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private InventoryAccess access;

    @Parameters(index = "0", paramLabel = "ID", description = "The container's id, or its folder.")
    private String name;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "SNAPSHOT",
            description = "Labels, tokens, or beginnings of those.")
    private List<String> snapshots;

    @Override
    public Integer call() throws WorkbenchException, InterruptedException {
        List<Snapshot> deleted = new ArrayList<>();
        try (Workbench workbench = access.open()) {
            String id = access.container(workbench, name).id();
            List<Snapshot> chosen = new ArrayList<>();
            for (String snapshot : snapshots) {
                chosen.add(workbench.snapshots().find(id, snapshot));
            }
            for (Snapshot snapshot : chosen) {
                deleted.add(access.await(
                        workbench,
                        workbench.snapshots().delete(id, snapshot, access.caller()),
                        output,
                        ProgressAmount.Unit.STEPS));
            }
        }
        if (output.isJson()) {
            output.json(deleted.stream().map(SnapshotCommand.Answer::of).toList());
        } else {
            deleted.forEach(snapshot ->
                    output.out().printf("'%s' (%s) is gone%n", Printable.of(snapshot.label()), snapshot.token()));
        }
        return ExitCode.DONE;
    }
}
