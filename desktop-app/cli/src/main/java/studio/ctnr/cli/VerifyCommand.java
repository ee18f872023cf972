package studio.ctnr.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.archive.Archive;
import studio.ctnr.container.archive.Verification;
import studio.ctnr.container.archive.manifest.ArchiveException;
import studio.ctnr.container.archive.manifest.ArchiveFault;
import studio.ctnr.container.archive.manifest.Damage;

/** Goes through all of an archive and names everything that is damaged. */
@Command(
        name = "verify",
        description = "Check every byte of a .ctnr archive, and name every damaged file.",
        mixinStandardHelpOptions = true,
        footer = {"%nExample:", "  ctnr verify app.ctnr && echo good"})
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Parameters(paramLabel = "X.ctnr", description = "The archive.")
    private Path file;

    /** As {@code --json} writes it. */
    private record Answer(boolean good, int entries, long bytes, List<Problem> damages) {}

    private record Problem(String fault, String path, String message) {}

    @Override
    public Integer call() throws IOException {
        Verification verification = verify();
        List<Problem> problems = verification.damages().stream()
                .map(damage -> new Problem(damage.fault().code(), damage.path(), damage.message()))
                .toList();
        if (output.isJson()) {
            output.json(new Answer(problems.isEmpty(), verification.entries(), verification.bytes(), problems));
        } else {
            tell(verification, problems);
        }
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private Verification verify() throws IOException {
        try (Archive archive = Archive.open(file);
                ProgressLine progress = output.progress(ProgressAmount.Unit.BYTES)) {
            return archive.verify(progress);
        } catch (ArchiveException refused) {
            if (refused.fault() == ArchiveFault.NOT_FOUND) {
                throw new CommandFailure(ExitCode.WRONG_USE, refused.getMessage(), refused);
            }
            Damage whole = new Damage(refused.fault(), String.valueOf(file.getFileName()), refused.getMessage());
            return new Verification(0, 0, List.of(whole));
        }
    }

    private void tell(Verification verification, List<Problem> problems) {
        for (Problem problem : problems) {
            output.out().println(problem.fault + ": " + problem.message);
        }
        if (problems.isEmpty()) {
            output.out()
                    .printf(
                            Locale.ROOT,
                            "good: %,d entries with %s, each against its SHA-256; the manifest against its Merkle root; "
                                    + "the members against SHA256SUMS%n",
                            verification.entries(),
                            ByteSize.text(verification.bytes()));
        } else {
            output.out().println(file + " is damaged: do not use it");
        }
    }
}
