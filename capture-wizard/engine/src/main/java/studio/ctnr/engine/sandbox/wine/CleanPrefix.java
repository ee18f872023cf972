package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import studio.ctnr.container.Progress;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.engine.sandbox.SandboxSettings;
import studio.ctnr.engine.sandbox.SandboxSettings.Containment;

/** A Wine prefix like the machine that captures start from, to be used outside of a sandbox. */
public final class CleanPrefix {
    private CleanPrefix() {}

    /** Whether there is a Wine that starts. */
    public static boolean isPossible() throws IOException {
        return WineHost.here().wineVersion().isPresent();
    }

    /**
     * Copies the clean machine, which is made first when there is none yet.
     *
     * @param prefix nothing is there yet; its parent is
     */
    public static void copy(Path prefix, Progress progress) throws SandboxException, IOException {
        // nobody's installer runs while it is made
        WineTemplate template = new WineSandbox()
                .template(SandboxSettings.DEFAULT.withContainment(Containment.WHERE_POSSIBLE), progress);
        progress.at("Copying the clean Windows machine", -1, -1);
        Files.createDirectories(prefix);
        copy(WineHost.here(), template, prefix);
    }

    static void copy(WineHost host, WineTemplate template, Path prefix) throws IOException {
        WineHost.Answer copied =
                host.ask(List.of("cp", "-a", "--reflink=auto", "--", template.prefix() + "/.", prefix.toString()));
        if (!copied.good()) {
            throw new IOException("The clean machine could not be copied: " + copied.text());
        }
    }

    /** What programs in such a prefix need in their environment: the user whose profile it has, and no surprises. */
    public static Map<String, String> environment() {
        return Map.of(
                "USER", MachineLayout.USER, "LOGNAME", MachineLayout.USER, "WINEDLLOVERRIDES", WineEnvironment.WITHOUT);
    }
}
