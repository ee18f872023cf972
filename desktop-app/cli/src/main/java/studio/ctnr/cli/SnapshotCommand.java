package studio.ctnr.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import studio.ctnr.container.snapshot.Snapshot;

/** {@code ctnr snapshot}: states of a container that it can go back to. */
@Command(
        name = "snapshot",
        description = "Keeps states of a container, goes back to one, checks and mends what is kept.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "A snapshot takes the room of what has changed since the one before. The container must not run meanwhile;",
            "logs and temporary files are no part of its state.",
            "",
            "Examples:",
            "  ctnr snapshot create app --label 'before the update'",
            "  ctnr snapshot ls app",
            "  ctnr snapshot restore app 'before the update'"
        },
        subcommands = {
            SnapshotCreate.class,
            SnapshotList.class,
            SnapshotRestore.class,
            SnapshotRemove.class,
            SnapshotVerify.class,
            SnapshotRepair.class
        })
final class SnapshotCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** As {@code --json} writes a snapshot; sizes in bytes, {@code added} as it is stored. */
    record Answer(String token, String label, String created, long files, long size, long added, String merkleRoot) {
        static Answer of(Snapshot snapshot) {
            return new Answer(
                    snapshot.token(),
                    snapshot.label(),
                    snapshot.created().toString(),
                    snapshot.files(),
                    snapshot.size(),
                    snapshot.added(),
                    snapshot.root().toString());
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
