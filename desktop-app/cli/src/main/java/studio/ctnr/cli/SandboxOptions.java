package studio.ctnr.cli;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;
import studio.ctnr.engine.sandbox.SandboxSettings;
import studio.ctnr.engine.sandbox.SandboxSettings.Containment;
import studio.ctnr.engine.sandbox.SandboxSettings.Display;
import studio.ctnr.engine.sandbox.SandboxSettings.Storage;

/** How the clean machine of a capture is to be. */
final class SandboxOptions {
    @Option(names = "--network", description = "Let installers reach the network.")
    private boolean network;

    @Option(
            names = "--interactive",
            description = "Show the installer's windows on this screen (DISPLAY) and let a person answer them.")
    private boolean interactive;

    @Option(
            names = "--wait-limit",
            paramLabel = "TIME",
            converter = DurationOption.class,
            description = "How long a silent step may wait for a person before it is ended (default: 30s).")
    private Optional<Duration> waitingLimit = Optional.empty();

    @Option(
            names = "--windows",
            paramLabel = "VERSION",
            description = "The version that Windows says it is: win7, win81, win10, win11 (default: win10).")
    private Optional<String> windowsVersion = Optional.empty();

    @Option(
            names = "--storage",
            paramLabel = "KIND",
            description = "How the machine is kept clean: ${COMPLETION-CANDIDATES} (default: automatic).")
    private Storage storage = Storage.AUTOMATIC;

    @Option(
            names = "--uncontained",
            description = "Go on where this host can't lock installers in; only for installers that you trust.")
    private boolean uncontained;

    @Option(
            names = "--no-observe",
            description = "Do not look which process changes what: for an installer that can't bear to be watched.")
    private boolean unobserved;

    /** Whether nobody sees the installers' windows. */
    boolean silent() {
        return !interactive;
    }

    SandboxSettings settings() {
        SandboxSettings settings = SandboxSettings.DEFAULT
                .withNetwork(network)
                .withStorage(storage)
                .withObserved(!unobserved)
                .withContainment(uncontained ? Containment.WHERE_POSSIBLE : Containment.REQUIRED);
        if (interactive) {
            settings = settings.withDisplay(new Display.Existing(display()));
        }
        if (windowsVersion.isPresent()) {
            settings = settings.withWindowsVersion(windowsVersion.get());
        }
        return waitingLimit.isPresent() ? settings.withWaitingLimit(waitingLimit) : settings;
    }

    private static String display() {
        String display = System.getenv("DISPLAY");
        if (display == null || display.isBlank()) {
            throw new CommandFailure(
                    ExitCode.NOT_AVAILABLE,
                    "--interactive needs a screen, and DISPLAY names none; set it, or capture silently");
        }
        return display;
    }
}
