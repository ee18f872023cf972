package studio.ctnr.engine.sandbox.windows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.observe.ChangedPlaces;
import studio.ctnr.engine.observe.MachineDescription;
import studio.ctnr.engine.observe.SnapshotChanges.Snapshots;

/**
 * {@code capture.exe} as a process of this host. On Windows its command is the program's path and a file has one name;
 * under Wine, where the tests run it, both differ.
 *
 * @param command what starts it, without its arguments
 * @param environment variables to add
 * @param name how Windows calls a file of this host
 * @param location where a file of the machine lies on this host
 */
record CaptureProgram(
        List<String> command,
        Map<String, String> environment,
        Function<Path, String> name,
        Function<WindowsPath, Path> location) {

    /** A process that was started, and what it says on standard error, which is read as it comes. */
    record Running(Process process, CompletableFuture<String> errors) {
        /** Waits for its end; a status other than 0 is an error with the sentence that it gave. */
        void require() throws IOException {
            int status = process.onExit().join().exitValue();
            if (status != 0) {
                String said = errors.join().lines().findFirst().orElse("it said nothing");
                throw new IOException("capture.exe failed with status %d: %s".formatted(status, said));
            }
        }
    }

    Running start(Map<String, String> variables, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(all);
        builder.environment().putAll(environment);
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        CompletableFuture<String> errors = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (InputStream stream = process.getErrorStream()) {
                errors.complete(new String(stream.readNBytes(1 << 16), StandardCharsets.UTF_8));
                stream.skip(Long.MAX_VALUE);
            } catch (IOException e) {
                errors.complete(e.getMessage());
            }
        });
        return new Running(process, errors);
    }

    MachineDescription describe() throws IOException {
        Running running = start(Map.of(), "info");
        MachineDescription description =
                MachineDescription.read(running.process().getInputStream(), "capture.exe info");
        running.require();
        return description;
    }

    /**
     * Takes a snapshot of the registry and one of the files, both at once.
     *
     * @param roots the folders to look into
     * @param places which of the files to look at
     * @param excludes patterns as capture.exe knows them
     */
    Snapshots snapshot(Path folder, List<String> roots, ChangedPlaces places, List<String> excludes)
            throws IOException {
        Snapshots taken = new Snapshots(folder.resolve("registry.jsonl"), folder.resolve("files.jsonl"));
        List<String> limits = new ArrayList<>();
        if (places != ChangedPlaces.EVERYWHERE) {
            Path list = folder.resolve("places.txt");
            places.write(list);
            limits.addAll(List.of("--only", name.apply(list)));
        }
        String[] patterns = excludes.stream()
                .flatMap(pattern -> Stream.of("--exclude", pattern))
                .toArray(String[]::new);
        Running registry = start(Map.of(), with(patterns, "snapshot", "--registry", name.apply(taken.registry())));
        Running files = start(
                Map.of(),
                with(
                        Stream.concat(limits.stream(), Stream.of(patterns)).toArray(String[]::new),
                        "snapshot",
                        "--files",
                        name.apply(taken.files()),
                        "--roots",
                        String.join(";", roots)));
        try {
            registry.require();
            files.require();
        } finally {
            registry.process().destroy();
            files.process().destroy();
        }
        return taken;
    }

    private static String[] with(String[] more, String... arguments) {
        return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
    }
}
