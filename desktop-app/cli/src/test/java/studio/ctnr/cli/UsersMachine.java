package studio.ctnr.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.ctnr.container.FileTree;
import studio.ctnr.container.Progress;
import studio.ctnr.engine.sandbox.wine.CleanPrefix;

/** A Windows machine of Ann's, who is not the user that captures are made by; it has no screen. */
final class UsersMachine implements AutoCloseable {
    static final String USER = "ann";

    private static final long LIMIT_SECONDS = 300;

    private final Path prefix;

    /** What a program said on both of its outputs, and its exit status. */
    record Said(int status, List<String> lines) {}

    private UsersMachine(Path prefix) {
        this.prefix = prefix;
    }

    /** Makes one; nothing is at {@code prefix} yet. */
    static UsersMachine make(Path prefix) throws Exception {
        UsersMachine machine = new UsersMachine(prefix);
        CleanPrefix.copy(prefix, Progress.NONE);
        Files.createSymbolicLink(prefix.resolve("dosdevices/z:"), Path.of("/"));
        machine.say("reg", "add", "HKCU\\Software\\Wine\\Drivers", "/v", "Graphics", "/d", "null", "/f");
        machine.say(
                "cmd", "/c", "mkdir %USERPROFILE%\\Desktop"); // of the profile Wine makes this with the first window
        machine.settle();
        return machine;
    }

    /** Runs a program to its end. */
    Said say(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("wine"));
        words.addAll(List.of(command));
        Path said = Files.createTempFile("said", ".txt");
        try {
            Process process = process(words).redirectOutput(said.toFile()).start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(words + " did not end; it said " + text(said));
            }
            return new Said(process.exitValue(), text(said).lines().toList());
        } finally {
            Files.delete(said);
        }
    }

    /** Waits until every program has ended and the registry is on disk. */
    void settle() throws IOException, InterruptedException {
        process(List.of("wineserver", "--wait")).start().waitFor();
    }

    /** The paths on drive C:, and the keys of both parts of the registry. */
    Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(prefix.resolve("drive_c"))) {
            files.map(file -> prefix.relativize(file).toString()).forEach(names::add);
        }
        for (String part : List.of("user.reg", "system.reg")) {
            names.addAll(text(prefix.resolve(part))
                    .lines()
                    .filter(line -> line.startsWith("["))
                    .map(line -> part + line.substring(0, line.lastIndexOf(']')))
                    .collect(Collectors.toSet()));
        }
        return names;
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private ProcessBuilder process(List<String> command) {
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().remove("DISPLAY");
        process.environment().putAll(CleanPrefix.environment());
        process.environment()
                .putAll(Map.of("WINEPREFIX", prefix.toString(), "WINEDEBUG", "-all", "USER", USER, "LOGNAME", USER));
        return process;
    }

    @Override
    public void close() throws IOException {
        try {
            process(List.of("wineserver", "--kill")).start().waitFor();
            settle();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        FileTree.delete(prefix);
    }
}
