package studio.ctnr.engine.run;

import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/** Where an application's standard streams lead. */
public sealed interface Streams {
    /** Nowhere: what it writes is lost, and it reads nothing. */
    Streams NONE = new None();

    /** To and from where this program's own lead. */
    Streams INHERITED = new Inherited();

    record None() implements Streams {}

    record Inherited() implements Streams {}

    /** Both outputs, in the order in which they are written, to a file, which is replaced. */
    record ToFile(Path file) implements Streams {}

    /** Makes a process's streams so. */
    default ProcessBuilder apply(ProcessBuilder process) {
        return switch (this) {
            case None _ ->
                process.redirectInput(Redirect.from(nothing()))
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.DISCARD);
            case Inherited _ -> process.inheritIO();
            case ToFile to ->
                process.redirectInput(Redirect.from(nothing()))
                        .redirectErrorStream(true)
                        .redirectOutput(to.file.toFile());
        };
    }

    private static File nothing() {
        return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }
}
