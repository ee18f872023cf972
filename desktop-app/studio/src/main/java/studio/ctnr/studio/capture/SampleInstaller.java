package studio.ctnr.studio.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.WorkbenchException;

/**
 * The small installer that the first start offers to try. A packaged studio has it beside its program, in
 * {@code samples}; in a checkout, it is compiled from {@code assets/samples} by the tools that {@code ./ctnr} sees to.
 */
public final class SampleInstaller {
    private static final String NAME = "tally-setup.exe";
    private static final long MINUTES = 3;

    private final Optional<Path> home;
    private final Path made;

    /**
     * @param home the program's folder or the checkout, as {@code CTNR_HOME} names it
     * @param made where a compiled one is kept
     */
    public SampleInstaller(Optional<Path> home, Path made) {
        this.home = home;
        this.made = made;
    }

    /** Takes some seconds when it has to be compiled. */
    public Path find() throws WorkbenchException, IOException, InterruptedException {
        Path there = home.map(folder -> folder.resolve("samples").resolve(NAME)).orElse(made.resolve(NAME));
        if (Files.exists(there)) {
            return there;
        }
        Path sources = home.map(folder -> folder.resolve("assets/samples/make.sh"))
                .filter(Files::isExecutable)
                .orElseThrow(() -> missing("It comes with the sources and with the packages of the program"));
        Process make = new ProcessBuilder(sources.toString(), made.toString(), NAME)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!make.waitFor(MINUTES, TimeUnit.MINUTES)) {
            make.destroyForcibly();
            throw missing("Its compiler did not end");
        }
        if (make.exitValue() != 0) {
            throw missing("It needs makensis and mingw-w64, which './ctnr setup' installs");
        }
        return made.resolve(NAME);
    }

    private static WorkbenchException missing(String remedy) {
        return new WorkbenchException(ProblemCode.NOT_AVAILABLE, "The sample installer can’t be made here", remedy);
    }
}
