package studio.ctnr.cli;

import java.util.Locale;
import studio.ctnr.container.snapshot.SnapshotCheck;

/** Tells what a look at a container's snapshots found. */
record SnapshotReport(SnapshotCheck check) {
    /** @return the command's exit code */
    int tell(Output output) {
        if (output.isJson()) {
            output.json(check);
        } else {
            check.damages()
                    .forEach(damage -> output.out()
                            .printf(
                                    "%s %s: %s%n",
                                    damage.token(), Printable.of(damage.path()), Printable.of(damage.sentence())));
            output.out()
                    .printf(
                            Locale.ROOT,
                            "%,d contents, %,d damages%s, %s that nobody needs%n",
                            check.blobs(),
                            check.damages().size(),
                            check.mended() > 0 ? String.format(Locale.ROOT, ", %,d mended", check.mended()) : "",
                            ByteSize.text(check.unused()));
        }
        return check.isGood() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
