package studio.ctnr.workbench.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import studio.ctnr.container.InvalidContainerException;
import studio.ctnr.container.archive.manifest.ArchiveException;
import studio.ctnr.container.config.InvalidConfigException;
import studio.ctnr.container.snapshot.SnapshotException;
import studio.ctnr.container.snapshot.SnapshotFault;
import studio.ctnr.engine.build.BuildException;
import studio.ctnr.engine.run.RunException;
import studio.ctnr.engine.sandbox.SandboxException;

/** Puts what the libraries below throw into words for people. */
public final class Problems {
    private Problems() {}

    /** What to tell about {@code failure}. */
    public static Problem of(Throwable failure) {
        return switch (failure) {
            case WorkbenchException known -> known.problem();
            case CancellationException _ -> problem(ProblemCode.CANCELLED, "It was cancelled", "");
            case ArchiveException archive -> new Problem(word(archive.fault()), archive.getMessage(), "");
            case InvalidConfigException config -> problem(ProblemCode.INVALID_CONTAINER, config.getMessage(), "");
            case InvalidContainerException container ->
                problem(ProblemCode.INVALID_CONTAINER, container.getMessage(), "");
            case BuildException build -> problem(ProblemCode.NOT_BUILDABLE, build.getMessage(), "");
            case SandboxException sandbox -> new Problem(word(sandbox.code()), sandbox.getMessage(), sandbox.remedy());
            case RunException run -> new Problem(word(run.code()), run.getMessage(), run.remedy());
            case NotStartedException start -> problem(ProblemCode.NOT_STARTED, start.getMessage(), "");
            case SnapshotException snapshot -> problem(code(snapshot.fault()), snapshot.getMessage(), "");
            case UncheckedIOException unchecked -> of(unchecked.getCause());
            case IOException io -> problem(ProblemCode.INPUT_OUTPUT, sentence(io), "");
            default ->
                problem(
                        ProblemCode.INTERNAL,
                        "A fault in the program itself: " + failure,
                        "The log says where it happened.");
        };
    }

    private static ProblemCode code(SnapshotFault fault) {
        return switch (fault) {
            case NOT_FOUND -> ProblemCode.NOT_FOUND;
            case AMBIGUOUS -> ProblemCode.AMBIGUOUS;
            case BAD_LABEL -> ProblemCode.BAD_VALUE;
            case IN_USE -> ProblemCode.BUSY;
            case SOURCE_CHANGED, TREE_MISMATCH -> ProblemCode.NOT_AS_PROMISED;
            case DAMAGED -> ProblemCode.SNAPSHOT_DAMAGED;
        };
    }

    private static String word(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Problem problem(ProblemCode code, String sentence, String remedy) {
        return new Problem(code.word(), sentence, remedy);
    }

    private static String sentence(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "There is no " + missing.getFile();
            case AccessDeniedException denied -> "There is no permission for " + denied.getFile();
            case FileSystemException file when file.getReason() != null -> file.getFile() + ": " + file.getReason();
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }
}
