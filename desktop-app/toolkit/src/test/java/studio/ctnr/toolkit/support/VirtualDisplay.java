package studio.ctnr.toolkit.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/**
 * A display for the tests' windows where the machine has none: an Xvfb of this process's own, with a number that the
 * X server chooses. JavaFX 25 has no headless mode, and its GTK reads the display from the environment of the process,
 * which Java itself can't change: {@code setenv} is called natively.
 */
public final class VirtualDisplay {
    /**
     * The shell's standard input is a pipe from this process, so the server ends after it, however it ends. Were the
     * server to end first, GTK would take the process down with an error. Keys don't repeat, however long a busy machine
     * takes between pressing and releasing one.
     */
    private static final String SERVER =
            "Xvfb -r -displayfd 1 -screen 0 1600x1000x24 -nolisten tcp & read -r line; kill $!";

    private static String name = System.getenv("DISPLAY");

    private VirtualDisplay() {}

    /** Makes sure of a display; before JavaFX is started. */
    public static synchronized void ensure() {
        if (System.getProperty("os.name").startsWith("Linux") && name == null) {
            name = ":" + start();
            setEnvironment("DISPLAY", name);
        }
    }

    /** What other processes of a test find it by: Java hands on the environment that it was started with. */
    public static synchronized String name() {
        ensure();
        return name;
    }

    private static String start() {
        try {
            Process server = new ProcessBuilder("sh", "-c", SERVER)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String number = new BufferedReader(
                            new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            if (number == null) {
                throw new IllegalStateException("Xvfb ended without a display");
            }
            return number;
        } catch (IOException e) {
            throw new UncheckedIOException("tests of windows need Xvfb (Debian's package xvfb)", e);
        }
    }

    @SuppressWarnings("restricted")
    private static void setEnvironment(String name, String value) {
        Linker linker = Linker.nativeLinker();
        var setenv = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setenv"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int failed = (int) setenv.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
            if (failed != 0) {
                throw new IllegalStateException("setenv failed");
            }
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
