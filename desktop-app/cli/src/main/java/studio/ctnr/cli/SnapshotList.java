package studio.ctnr.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.snapshot.Snapshot;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Lists a container's snapshots. */
@Command(
        name = "ls",
        description = "List a container's snapshots, the oldest first.",
        mixinStandardHelpOptions = true,
        footer = {"%nExample:", "  ctnr snapshot ls app"})
final class SnapshotList implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private InventoryAccess access;

    @Parameters(paramLabel = "ID", description = "The container's id, or its folder.")
    private String name;

    @Override
    public Integer call() throws WorkbenchException {
        List<Snapshot> snapshots;
        try (Workbench workbench = access.open()) {
            snapshots =
                    workbench.snapshots().list(access.container(workbench, name).id());
        }
        if (output.isJson()) {
            output.json(snapshots.stream().map(SnapshotCommand.Answer::of).toList());
        } else if (snapshots.isEmpty()) {
            output.out().println("no snapshots yet; 'ctnr snapshot create " + name + "' makes one");
        } else {
            Columns columns = new Columns(false, false, true, true, true, false);
            columns.add("TOKEN", "CREATED", "FILES", "SIZE", "NEW", "LABEL");
            for (Snapshot snapshot : snapshots) {
                columns.add(
                        snapshot.token(),
                        LocalTime.text(snapshot.created()),
                        String.format(Locale.ROOT, "%,d", snapshot.files()),
                        ByteSize.text(snapshot.size()),
                        ByteSize.text(snapshot.added()),
                        snapshot.label());
            }
            columns.print(output.out());
        }
        return ExitCode.DONE;
    }
}
