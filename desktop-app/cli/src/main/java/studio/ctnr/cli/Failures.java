package studio.ctnr.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParseResult;
import studio.ctnr.container.archive.manifest.ArchiveException;
import studio.ctnr.engine.run.RunException;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Tells a failure in one sentence on standard error, and picks the exit code; {@code --verbose} shows the rest. */
final class Failures implements IExecutionExceptionHandler {
    private static final Map<ProblemCode, Integer> PROBLEMS = Map.of(
            ProblemCode.NOT_FOUND, ExitCode.WRONG_USE,
            ProblemCode.AMBIGUOUS, ExitCode.WRONG_USE,
            ProblemCode.ID_TAKEN, ExitCode.WRONG_USE,
            ProblemCode.BAD_VALUE, ExitCode.WRONG_USE,
            ProblemCode.NOT_AVAILABLE, ExitCode.NOT_AVAILABLE,
            ProblemCode.CANCELLED, ExitCode.CANCELLED);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        command.getErr().println(command.getColorScheme().errorText("ctnr: " + sentence(failure)));
        if (Ctnr.rootOf(command.getCommandSpec()).verbose()) {
            failure.printStackTrace(command.getErr());
        }
        return isMissingArgument(failure, parsed) ? ExitCode.WRONG_USE : exitCode(failure);
    }

    /** Whether there is no such file as the user named; one that is missing inside of what was named is a failure. */
    private static boolean isMissingArgument(Exception failure, ParseResult parsed) {
        if (!((failure instanceof ArchiveException ? failure.getCause() : failure)
                instanceof NoSuchFileException missing)) {
            return false;
        }
        Stream<ParseResult> commands = Stream.iterate(parsed, Objects::nonNull, ParseResult::subcommand);
        return commands.flatMap(command -> command.matchedArgs().stream())
                .map(ArgSpec::getValue)
                .anyMatch(value -> value instanceof Path path && path.toString().equals(missing.getFile()));
    }

    private static int exitCode(Exception failure) {
        return switch (failure) {
            case CommandFailure known -> known.exitCode();
            case CancellationException _ -> ExitCode.CANCELLED;
            case WorkbenchException workbench -> exitCode(workbench);
            case SandboxException sandbox ->
                switch (sandbox.code()) {
                    case MISSING_PROGRAM, NOT_ALLOWED -> ExitCode.NOT_AVAILABLE;
                    case BAD_STEP, BAD_SETTING -> ExitCode.WRONG_USE;
                    default -> ExitCode.FAILED;
                };
            case RunException run ->
                switch (run.code()) {
                    case NOT_AVAILABLE -> ExitCode.NOT_AVAILABLE;
                    case NO_ENTRY_POINT -> ExitCode.WRONG_USE;
                    default -> ExitCode.FAILED;
                };
            default -> ExitCode.FAILED;
        };
    }

    private static int exitCode(WorkbenchException failure) {
        return PROBLEMS.entrySet().stream()
                .filter(problem -> failure.is(problem.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ExitCode.FAILED);
    }

    private static String sentence(Exception failure) {
        return switch (failure) {
            case CommandFailure known -> known.getMessage();
            case CancellationException _ -> "cancelled; nothing was left behind";
            case WorkbenchException workbench
            when workbench.is(ProblemCode.CANCELLED) -> "cancelled; nothing was left behind";
            case WorkbenchException workbench -> workbench.getMessage();
            case SandboxException sandbox -> sandbox.getMessage() + " " + sandbox.remedy();
            case RunException run -> run.getMessage() + " " + run.remedy();
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case FileAlreadyExistsException there -> there.getFile() + " is there already";
            case FileSystemException file when file.getReason() != null -> file.getFile() + ": " + file.getReason();
            case IOException io when io.getMessage() != null -> io.getMessage();
            default ->
                "a fault in ctnr itself, not in what you gave it: " + failure + "; --verbose shows where it happened";
        };
    }
}
