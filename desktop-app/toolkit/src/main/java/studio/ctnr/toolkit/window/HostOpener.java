package studio.ctnr.toolkit.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Opens a file with the host's own program. {@code java.awt.Desktop} would do so too, but it starts AWT beside JavaFX,
 * which on macOS hangs and elsewhere costs a second.
 */
final class HostOpener {
    /** So long a failure counts as one of opening; later it is one of the program that was opened. */
    private static final int OPENING_SECONDS = 10;

    private HostOpener() {}

    /** @param failed hears, on a thread of its own, what the host said instead of opening it */
    static void open(Path path, Consumer<String> failed) {
        start(command(System.getProperty("os.name"), path.toString()), failed);
    }

    static void start(String[] command, Consumer<String> failed) {
        Thread.ofVirtual().start(() -> {
            try {
                Process opening = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (opening.waitFor(OPENING_SECONDS, TimeUnit.SECONDS) && opening.exitValue() != 0) {
                    failed.accept(command[0] + " (" + opening.exitValue() + ")");
                }
            } catch (IOException e) {
                failed.accept(e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    static String[] command(String system, String path) {
        String lower = system.toLowerCase(Locale.ROOT);
        String[] program = lower.startsWith("windows")
                ? new String[] {"rundll32", "url.dll,FileProtocolHandler"}
                : new String[] {lower.startsWith("mac") ? "open" : "xdg-open"};
        String[] command = Arrays.copyOf(program, program.length + 1);
        command[program.length] = path;
        return command;
    }
}
