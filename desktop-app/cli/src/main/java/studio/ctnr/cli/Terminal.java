package studio.ctnr.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether a person reads what a command writes. */
final class Terminal {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /** Whether somebody looks at standard output and standard error alike; a pipe or a file is nobody. */
    static boolean isWatched() {
        Console console = System.console();
        return console != null && console.isTerminal() && isStandardErrorWatched();
    }

    /** Java knows nothing of standard error; Linux does, and elsewhere it is taken to go where the rest goes. */
    private static boolean isStandardErrorWatched() {
        try {
            return !Files.isSymbolicLink(STANDARD_ERROR)
                    || Files.readSymbolicLink(STANDARD_ERROR).startsWith("/dev/pts")
                    || Files.readSymbolicLink(STANDARD_ERROR).toString().matches("/dev/(tty.*|console)");
        } catch (IOException e) {
            return false;
        }
    }
}
