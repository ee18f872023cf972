package studio.ctnr.cli;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.snapshot.Snapshot;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Keeps the state that a container is in. */
@Command(
        name = "create",
        description = "Keep the state that a container is in.",
        mixinStandardHelpOptions = true,
        footer = {"%nExample:", "  ctnr snapshot create app --label 'before the update'"})
final class SnapshotCreate implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private InventoryAccess access;

    @Parameters(paramLabel = "ID", description = "The container's id, or its folder.")
    private String name;

    @Option(
            names = {"-l", "--label"},
            paramLabel = "TEXT",
            description = "What to call it. Default: the time.")
    private Optional<String> label = Optional.empty();

    @Override
    public Integer call() throws WorkbenchException, InterruptedException {
        Snapshot snapshot;
        try (Workbench workbench = access.open()) {
            ContainerRecord container = access.container(workbench, name);
            String text = label.orElseGet(() -> LocalTime.text(Instant.now()));
            snapshot = access.await(
                    workbench,
                    workbench.snapshots().create(container.id(), text, access.caller()),
                    output,
                    ProgressAmount.Unit.BYTES);
        }
        if (output.isJson()) {
            output.json(SnapshotCommand.Answer.of(snapshot));
        } else {
            output.out()
                    .printf(
                            Locale.ROOT,
                            "%s: '%s', %,d files, %s, of which %s are new%n",
                            snapshot.token(),
                            Printable.of(snapshot.label()),
                            snapshot.files(),
                            ByteSize.text(snapshot.size()),
                            ByteSize.text(snapshot.added()));
        }
        return ExitCode.DONE;
    }
}
