package studio.ctnr.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.snapshot.Snapshot;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.life.SnapshotService.Restored;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Gives a container the state of a snapshot. */
@Command(
        name = "restore",
        description = {
            "Give a container the state that a snapshot holds.",
            "The state that it is in becomes a snapshot first, so that there is a way back."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "%nExamples:",
            "  ctnr snapshot restore app clean",
            "  ctnr snapshot restore app 20260131T1200 --discard"
        })
final class SnapshotRestore implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private InventoryAccess access;

    @Parameters(index = "0", paramLabel = "ID", description = "The container's id, or its folder.")
    private String name;

    @Parameters(index = "1", paramLabel = "SNAPSHOT", description = "Its label, its token, or the beginning of that.")
    private String snapshot;

    @Option(names = "--discard", description = "Do not keep the state that it is in.")
    private boolean discard;

    /** As {@code --json} writes it; {@code before} is null when nothing was kept. */
    private record Answer(SnapshotCommand.Answer restored, SnapshotCommand.Answer before) {}

    @Override
    public Integer call() throws WorkbenchException, InterruptedException {
        Restored restored;
        try (Workbench workbench = access.open()) {
            String id = access.container(workbench, name).id();
            Snapshot chosen = workbench.snapshots().find(id, snapshot);
            restored = access.await(
                    workbench,
                    workbench.snapshots().restore(id, chosen, !discard, access.caller()),
                    output,
                    ProgressAmount.Unit.BYTES);
        }
        if (output.isJson()) {
            output.json(new Answer(
                    SnapshotCommand.Answer.of(restored.to()),
                    restored.before().map(SnapshotCommand.Answer::of).orElse(null)));
        } else {
            output.out()
                    .printf(
                            "%s is as in '%s'%n",
                            name, Printable.of(restored.to().label()));
            restored.before()
                    .ifPresent(before -> output.out().printf("what it was before is kept as %s%n", before.token()));
        }
        return ExitCode.DONE;
    }
}
