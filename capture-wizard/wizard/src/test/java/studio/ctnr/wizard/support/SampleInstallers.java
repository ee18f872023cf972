package studio.ctnr.wizard.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The sample installers of {@code assets/samples}, compiled once for a build and kept in {@code target}. */
public final class SampleInstallers {
    private static final Path SAMPLES =
            Path.of("..", "..", "assets", "samples").toAbsolutePath().normalize();
    private static final Path TARGET = Path.of("target", "samples").toAbsolutePath();

    private SampleInstallers() {}

    /** One that assets/samples/make.sh knows to make without Wine. */
    public static Path made(String name) throws IOException, InterruptedException {
        Files.createDirectories(TARGET);
        Path log = TARGET.resolve("make.log");
        int code = new ProcessBuilder(SAMPLES.resolve("make.sh").toString(), TARGET.toString(), name)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("make.sh ended with " + code + ":\n" + Files.readString(log));
        }
        return TARGET.resolve(name);
    }
}
