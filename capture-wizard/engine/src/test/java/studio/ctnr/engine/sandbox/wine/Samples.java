package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Installers for the tests: the project's samples, compiled on the spot, and batch files. */
final class Samples {
    private static final Path SOURCES =
            Path.of("../../assets/samples").toAbsolutePath().normalize();
    private static final Path MADE = Path.of("target/samples").toAbsolutePath();

    private Samples() {}

    /** A sample by the name of its file; made when it is not there, and a failure where it can't be made. */
    static synchronized Path get(String name) throws IOException, InterruptedException {
        List<String> command = List.of("bash", SOURCES.resolve("make.sh").toString(), MADE.toString(), name);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(name + " could not be made: " + said);
        }
        return MADE.resolve(name);
    }

    static Path batch(Path folder, String name, String... lines) throws IOException {
        return text(folder, name, "@echo off\r\n" + String.join("\r\n", lines) + "\r\n");
    }

    static Path text(Path folder, String name, String text) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(name), text);
    }

    /** The processes of this host whose command line holds {@code mark}. */
    static List<Long> processes(String mark) throws IOException {
        List<Long> found = new ArrayList<>();
        try (var all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : all) {
                try {
                    if (Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1)
                            .contains(mark)) {
                        found.add(Long.parseLong(process.getFileName().toString()));
                    }
                } catch (IOException e) {
                    // it ended meanwhile
                }
            }
        }
        return found;
    }
}
