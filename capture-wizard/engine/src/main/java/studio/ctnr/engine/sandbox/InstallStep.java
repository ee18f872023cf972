package studio.ctnr.engine.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing to run on the clean machine. Start from {@link #of} and change what differs.
 *
 * @param name what it is called in messages
 * @param installer a file on this host: .exe, .msi, .msp, .bat, .cmd and what else {@link StepCommand} knows
 * @param arguments pieces of the command line, put behind the installer with blanks between, and otherwise as they are:
 *     what has to be quoted comes quoted
 * @param workingFolder a folder inside Windows, such as {@code C:\Windows\Temp}; the installer's own when empty
 * @param timeLimit after which the step is ended
 * @param sideFiles what lies beside the installer for it to read
 * @param environment variables to add inside Windows
 */
public record InstallStep(
        String name,
        Path installer,
        List<String> arguments,
        Optional<String> workingFolder,
        Duration timeLimit,
        SideFiles sideFiles,
        Map<String, String> environment) {

    public InstallStep {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        if (timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("The step " + name + " has no time to run: " + timeLimit);
        }
    }

    /** What the installer sees of the folder that it lies in, which is a read-only drive of its own inside Windows. */
    public enum SideFiles {
        /** All of it and of the folders in it: cabinets, transforms, answer files. */
        WHOLE_FOLDER,
        /** Nothing but the installer itself. */
        NONE
    }

    /** A step that runs {@code installer}, sees its folder and has 15 minutes. */
    public static InstallStep of(Path installer, String... arguments) {
        return new InstallStep(
                installer.getFileName().toString(),
                installer,
                List.of(arguments),
                Optional.empty(),
                Duration.ofMinutes(15),
                SideFiles.WHOLE_FOLDER,
                Map.of());
    }

    public InstallStep withName(String other) {
        return new InstallStep(other, installer, arguments, workingFolder, timeLimit, sideFiles, environment);
    }

    public InstallStep withArguments(List<String> other) {
        return new InstallStep(name, installer, other, workingFolder, timeLimit, sideFiles, environment);
    }

    public InstallStep withWorkingFolder(String folder) {
        return new InstallStep(name, installer, arguments, Optional.of(folder), timeLimit, sideFiles, environment);
    }

    public InstallStep withTimeLimit(Duration limit) {
        return new InstallStep(name, installer, arguments, workingFolder, limit, sideFiles, environment);
    }

    public InstallStep withSideFiles(SideFiles seen) {
        return new InstallStep(name, installer, arguments, workingFolder, timeLimit, seen, environment);
    }

    public InstallStep withEnvironment(Map<String, String> variables) {
        return new InstallStep(name, installer, arguments, workingFolder, timeLimit, sideFiles, variables);
    }
}
