package studio.ctnr.wine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Windows machine of the tests' own, made by Wine once and kept in the build folder. It shows its windows to nobody,
 * without a screen.
 */
public final class WinePrefix {
    /** Wine is slow on a machine that has other things to do. */
    private static final long LIMIT_SECONDS = 300;

    /** The folder of the registry as it was when the machine was made. */
    private static final String CLEAN = "clean-registry";

    private static final String NOT_WANTED = "winemenubuilder.exe,mscoree,mshtml=";

    private final Path folder;

    private WinePrefix(Path folder) {
        this.folder = folder;
    }

    /** The prefix in {@code folder}, made now when it is not there yet. */
    public static WinePrefix in(Path folder) throws IOException, InterruptedException {
        WinePrefix prefix = new WinePrefix(folder.toAbsolutePath());
        Path ready = prefix.folder.resolve("ready");
        if (!Files.exists(ready)) {
            Files.createDirectories(prefix.folder);
            prefix.must("wineboot", "--update", "--init");
            prefix.must("wine", "reg", "add", "HKCU\\Software\\Wine\\Drivers", "/v", "Graphics", "/d", "null", "/f");
            prefix.must(
                    "wine",
                    "reg",
                    "add",
                    "HKCU\\Software\\Wine\\WineDbg",
                    "/v",
                    "ShowCrashDialog",
                    "/t",
                    "REG_DWORD",
                    "/d",
                    "0",
                    "/f");
            prefix.must("wineserver", "--wait");
            copy(prefix.folder, Files.createDirectories(prefix.folder.resolve(CLEAN)));
            Files.createFile(ready);
        }
        return prefix;
    }

    /** Drive C: of the machine, as a folder of this host. */
    public Path drive() {
        return folder.resolve("drive_c");
    }

    /** How the machine calls a file of this host. */
    public static String path(Path file) {
        return "Z:" + file.toAbsolutePath().toString().replace('/', '\\');
    }

    /** A process of the machine, about to be started; its output goes nowhere unless it is sent somewhere. */
    public ProcessBuilder program(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("wine", program.toString()));
        command.addAll(arguments);
        return process(command);
    }

    /** Waits until every program of the machine has ended and its registry is on disk. */
    public void stop() throws IOException, InterruptedException {
        run("wineserver", "--kill"); // fails when it has ended already
        must("wineserver", "--wait");
    }

    /** Stops the machine and takes its registry back to what it was when the machine was made. */
    public void cleanRegistry() throws IOException, InterruptedException {
        stop();
        copy(folder.resolve(CLEAN), folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        for (String hive : List.of("system.reg", "user.reg", "userdef.reg")) {
            Files.copy(from.resolve(hive), to.resolve(hive), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private ProcessBuilder process(List<String> command) {
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        process.environment().remove("DISPLAY");
        process.environment().putAll(environment());
        return process;
    }

    /** What makes a program of the host's Wine work in this machine. */
    public Map<String, String> environment() {
        return Map.of("WINEPREFIX", folder.toString(), "WINEDLLOVERRIDES", NOT_WANTED, "WINEDEBUG", "-all");
    }

    private void must(String... command) throws IOException, InterruptedException {
        int status = run(command);
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " failed with status " + status);
        }
    }

    /** Runs one of Wine's own programs to its end and gives its status. */
    public int run(String... command) throws IOException, InterruptedException {
        if (Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .noneMatch(path -> Files.isExecutable(Path.of(path, command[0])))) {
            throw new IOException(command[0] + " is missing; on Debian: apt-get install wine wine64 wine32:i386");
        }
        Process process = process(List.of(command)).start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + " did not end in " + LIMIT_SECONDS + " s");
        }
        return process.exitValue();
    }
}
