package studio.ctnr.cli;

import java.util.Locale;
import studio.ctnr.engine.sandbox.Sandbox;
import studio.ctnr.engine.sandbox.windows.WindowsSandbox;
import studio.ctnr.engine.sandbox.wine.WineSandbox;

/** The sandbox that this host can have. */
final class HostSandbox {
    private HostSandbox() {}

    static Sandbox find() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("linux")) {
            return new WineSandbox();
        }
        if (system.startsWith("windows")) {
            return new WindowsSandbox();
        }
        throw new CommandFailure(
                ExitCode.NOT_AVAILABLE,
                "no capture sandbox is known for " + System.getProperty("os.name")
                        + "; capture on Linux, with Wine, or on Windows");
    }
}
