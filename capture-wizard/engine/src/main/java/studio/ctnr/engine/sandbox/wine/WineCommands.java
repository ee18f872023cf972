package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import studio.ctnr.engine.sandbox.SandboxException;

/** What is asked of a machine besides an installer's steps. */
final class WineCommands {
    private static final Duration DISPLAY_LIMIT = Duration.ofSeconds(60);
    private static final Duration END_LIMIT = Duration.ofSeconds(60);

    private final Machine machine;

    WineCommands(Machine machine) {
        this.machine = machine;
    }

    void startDisplay() throws SandboxException, IOException {
        DisplayPlan display = machine.plan().display();
        if (display.virtual()) {
            MachineLayout layout = machine.layout();
            machine.run(
                    "The virtual screen",
                    display.startCommand(layout.unixName("exchange/screen"), layout.unixName("exchange/screen-ready")),
                    DISPLAY_LIMIT);
        }
    }

    /** Starts the server of the prefix and lets it stay: every start of its own costs over a second. */
    void startServer() throws SandboxException, IOException {
        machine.run("The Wine server", "wineserver -p", END_LIMIT);
    }

    /** Ends every Windows process; the registry is on disk afterwards. */
    void endWindows() throws SandboxException, IOException {
        machine.run("Ending Windows", "{ wineserver -k || true; } && wineserver -w", END_LIMIT);
    }

    /** Ends every Windows process if that can be done; false when Wine does not answer. */
    boolean tryEndWindows() throws SandboxException, IOException {
        try {
            return machine.await(machine.submit("{ wineserver -k || true; } && wineserver -w"), END_LIMIT) == 0;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
