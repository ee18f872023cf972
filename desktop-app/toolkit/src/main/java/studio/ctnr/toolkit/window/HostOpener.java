package studio.ctnr.toolkit.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a file with the host's own program. {@code java.awt.Desktop} would do so too, but it starts AWT beside JavaFX,
 * which on macOS hangs and elsewhere costs a second.
 */
final class HostOpener {
    private static final Logger LOG = LoggerFactory.getLogger(HostOpener.class);

    private HostOpener() {}

    static void open(Path path) {
        String[] command = command(System.getProperty("os.name"), path.toString());
        Thread.ofVirtual().start(() -> {
            try {
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException e) {
                LOG.warn("{} can't be opened", path, e);
            }
        });
    }

    static String[] command(String system, String path) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return new String[] {"rundll32", "url.dll,FileProtocolHandler", path};
        }
        return new String[] {lower.startsWith("mac") ? "open" : "xdg-open", path};
    }
}
