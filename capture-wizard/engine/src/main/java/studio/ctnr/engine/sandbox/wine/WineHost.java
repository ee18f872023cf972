package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The host's programs: where they lie, and what short questions to them are answered with. */
final class WineHost {
    private static final int PATIENCE_SECONDS = 60;

    private final List<Path> path;

    WineHost(String path) {
        this.path = Stream.concat(Stream.of(path.split(":")), Stream.of("/usr/sbin", "/sbin"))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .distinct()
                .toList();
    }

    /** This process's host. */
    static WineHost here() {
        return new WineHost(System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
    }

    Optional<Path> program(String name) {
        return path.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What a command printed, and how it ended. */
    record Answer(int status, String text) {
        boolean good() {
            return status == 0;
        }
    }

    /** Runs a command to its end; one that can't be started or does not end is an answer as well. */
    Answer ask(List<String> command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .start();
        } catch (IOException e) {
            return new Answer(127, e.getMessage());
        }
        Thread watch = Thread.ofVirtual().start(() -> endInTime(process));
        try {
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return new Answer(process.waitFor(), text);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + command.getFirst(), e);
        } finally {
            watch.interrupt();
        }
    }

    private static void endInTime(Process process) {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            // it answered in time
        }
    }

    /** The version of Wine, such as {@code wine-8.0 (Debian 8.0~repack-4)}; empty when there is none that starts. */
    Optional<String> wineVersion() throws IOException {
        Optional<Path> wine = program("wine");
        if (wine.isEmpty()) {
            return Optional.empty();
        }
        Answer answer = ask(List.of(wine.get().toString(), "--version"));
        return answer.good() && answer.text().startsWith("wine-") ? Optional.of(answer.text()) : Optional.empty();
    }
}
