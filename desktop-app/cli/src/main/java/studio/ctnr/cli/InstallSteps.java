package studio.ctnr.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.ctnr.engine.installer.Installer;
import studio.ctnr.engine.installer.NotAnInstallerException;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.InstallStep.SideFiles;

/** Makes the steps of a capture from what stands on the command line. */
final class InstallSteps {
    private final boolean silent;
    private final Duration timeLimit;
    private final SideFiles sideFiles;

    /**
     * @param silent whether a step without arguments of its own gets the silent switches of its kind
     */
    InstallSteps(boolean silent, Duration timeLimit, SideFiles sideFiles) {
        this.silent = silent;
        this.timeLimit = timeLimit;
        this.sideFiles = sideFiles;
    }

    /** A step for {@code installer}; without {@code arguments} it gets those that its kind is silent with. */
    InstallStep of(Path installer, Optional<String> arguments) throws IOException {
        try {
            Installer known = Installer.recognise(installer.toAbsolutePath().normalize());
            List<String> used = arguments
                    .map(text -> text.isBlank() ? List.<String>of() : List.of(text))
                    .orElseGet(() -> silent ? known.kind().silentArguments() : List.of());
            return InstallStep.of(known.file())
                    .withArguments(used)
                    .withTimeLimit(timeLimit)
                    .withSideFiles(sideFiles);
        } catch (NotAnInstallerException wrong) {
            throw new CommandFailure(ExitCode.WRONG_USE, wrong.getMessage(), wrong);
        }
    }

    /** The installer itself, then each further step, written as {@code FILE} or {@code FILE ARGUMENTS}. */
    List<InstallStep> all(Path installer, Optional<String> arguments, List<String> further) throws IOException {
        List<InstallStep> steps = new ArrayList<>();
        steps.add(of(installer, arguments));
        for (String step : further) {
            steps.add(further(step));
        }
        return steps;
    }

    /** A file name may hold blanks: the longest beginning that is a file is the file. */
    private InstallStep further(String step) throws IOException {
        for (int end = step.length(); end > 0; end = step.lastIndexOf(' ', end - 1)) {
            Path file = Path.of(step.substring(0, end));
            if (file.toFile().isFile()) {
                String rest = step.substring(end).strip();
                return of(file, rest.isEmpty() ? Optional.empty() : Optional.of(rest));
            }
        }
        throw new CommandFailure(
                ExitCode.WRONG_USE, "--step \"" + step + "\": no file is called so; write FILE or FILE ARGUMENTS");
    }
}
