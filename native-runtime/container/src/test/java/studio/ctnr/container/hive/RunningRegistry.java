package studio.ctnr.container.hive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import studio.ctnr.launcher.ContainerRuntime;
import studio.ctnr.wine.WinePrefix;

/** A container whose registry is loaded on a Windows machine of the tests', while an application of it waits. */
final class RunningRegistry {
    private static final Path PROGRAMS =
            Path.of("../launcher/target/test-programs/x64").toAbsolutePath().normalize();
    private static final String CONFIG = """
            id: "test"
            name: "Test"
            version: "1"
            entrypoints:
              - { name: cmd, target: 'C:\\Windows\\System32\\cmd.exe', default: true }
            """;

    final Path root;
    private final Way way;

    /** How the registry is held. */
    enum Way {
        /** In keys of the user's, put there in one call. */
        WHOLE,
        /** In the same, key by key. */
        BY_CALLS,
        /** In a hive, for which the tests' keys stand in. */
        HIVE
    }

    RunningRegistry(Path root, Way way) throws IOException {
        this.root = root;
        this.way = way;
        copyRuntime(root.resolve("bin"));
        for (String folder : List.of("rootfs/Drives/C", "user/Registry", "temp", "logs")) {
            Files.createDirectories(root.resolve(folder));
        }
        Files.writeString(root.resolve("config.yml"), CONFIG);
    }

    private void copyRuntime(Path bin) throws IOException {
        ContainerRuntime.copyTo(bin);
        if (way == Way.HIVE) {
            Path standIn = PROGRAMS.resolveSibling("stand-in");
            for (String file : ContainerRuntime.files().keySet()) {
                Files.copy(standIn.resolve(file), bin.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    static WinePrefix machine() throws IOException, InterruptedException {
        return WinePrefix.in(Path.of("../launcher/target/wine"));
    }

    Path hive(String name) {
        return root.resolve("user/Registry").resolve(name + ".hiv");
    }

    HiveKey user() throws IOException {
        return Hive.read(hive("HKCU")).root();
    }

    /** The lines of the container's event log. */
    List<String> events() throws IOException {
        Path log = root.resolve("logs/events.log");
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    /** One start of the container: its application waits until it is told to end. */
    final class Start {
        private final Process process;
        private final BufferedReader out;

        private Start() throws IOException, InterruptedException {
            ProcessBuilder builder = machine().program(root.resolve("bin/launcher.exe"), words("echo up& set /p x="));
            environment(builder.environment());
            process = builder.redirectOutput(ProcessBuilder.Redirect.PIPE)
                    .redirectError(root.resolve("temp/said").toFile())
                    .start();
            out = process.inputReader(StandardCharsets.UTF_8);
            String line = out.readLine();
            if (line == null || !line.startsWith("up")) {
                throw new IOException("the application did not start: " + line + ", " + said());
            }
        }

        /** Lets the application end, and gives the launcher's exit status. */
        int end() throws IOException, InterruptedException {
            letEnd();
            return ended();
        }

        void letEnd() throws IOException {
            try (OutputStream in = process.getOutputStream()) {
                in.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }

        int ended() throws IOException, InterruptedException {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("the launcher did not end; it said " + said());
            }
            out.close();
            return process.exitValue();
        }

        /** Ends the launcher itself as nothing can prepare for, and waits until its tree is gone, too. */
        void kill() throws IOException, InterruptedException {
            RunningRegistry.kill(root + "/bin/launcher.exe");
            ended();
        }
    }

    Start start() throws IOException, InterruptedException {
        return new Start();
    }

    /** What the launcher said on its standard error, last. */
    List<String> said() throws IOException {
        return Files.readAllLines(root.resolve("temp/said"));
    }

    /** Starts the container, lets it end at once, and gives the launcher's exit status. */
    int startAndEnd() throws IOException, InterruptedException {
        ProcessBuilder builder = machine().program(root.resolve("bin/launcher.exe"), words("exit"));
        environment(builder.environment());
        Process process =
                builder.redirectError(root.resolve("temp/said").toFile()).start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            throw new IOException("the launcher did not end");
        }
        return process.exitValue();
    }

    private List<String> words(String command) {
        return List.of("--registry", way == Way.HIVE ? "hive" : "auto", "--", "/c", command);
    }

    private void environment(Map<String, String> environment) {
        if (way == Way.BY_CALLS) {
            environment.put("CTNR_REGISTRY_BY_CALLS", "1");
        }
        if (way == Way.HIVE) {
            environment.put("CTNR_STAND_IN", "1");
        }
    }

    /** Ends every process that was started from this program's file, but for the one that Wine starts it with. */
    private static void kill(String program) {
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            try {
                Path line = Path.of("/proc/" + process.pid() + "/cmdline");
                String words =
                        Files.readString(line, StandardCharsets.ISO_8859_1).replace('\\', '/');
                if (words.contains(program) && !words.contains("start.exe")) {
                    process.destroyForcibly();
                }
            } catch (IOException gone) {
                // it ended meanwhile
            }
        }
    }

    /** Ends the test programs that work on the keys, at once. */
    void killKeys(Process started) throws InterruptedException {
        do {
            kill(PROGRAMS + "/session_keys.exe"); // which Wine may be just about to start
        } while (!started.waitFor(50, TimeUnit.MILLISECONDS));
    }

    /** Lets the test program session_keys work on the keys, from outside of the container. */
    Process keys(String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = machine()
                .program(PROGRAMS.resolve("session_keys.exe"), List.of(words))
                .redirectOutput(root.resolve("temp/keys").toFile());
        environment(builder.environment());
        return builder.start();
    }

    String must(String... words) throws IOException, InterruptedException {
        Process process = keys(words);
        if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("session_keys " + List.of(words) + " failed");
        }
        return Files.readString(root.resolve("temp/keys")).strip();
    }
}
