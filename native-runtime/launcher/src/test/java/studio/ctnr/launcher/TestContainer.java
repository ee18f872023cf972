package studio.ctnr.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import studio.ctnr.wine.WinePrefix;

/** A container of the tests', with this build's runtime in it, and the machine that it is started on. */
final class TestContainer {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    /** Names the folder of the test programs, and starts cmd.exe where nothing else is said; entry points may follow. */
    static final String HOME = """
            env:
              - key: "TEST_HOME"
                value: "%CONTAINER_PROGRAMFILES%\\\\Test"
            entrypoints:
              - { name: "cmd", target: 'C:\\Windows\\System32\\cmd.exe', default: true }
            """;

    final Path root;
    private final WinePrefix machine;

    /** What a program said: its exit status and both outputs, by lines. */
    record Said(int status, List<String> out, List<String> err) {}

    TestContainer(Path root, String config) throws IOException, InterruptedException {
        this.root = root;
        machine = Capture.machine();
        ContainerRuntime.copyTo(root.resolve("bin"));
        for (String folder : List.of("rootfs/ProgramFiles/Test", "rootfs/Drives/C", "user", "temp", "logs")) {
            Files.createDirectories(root.resolve(folder));
        }
        Files.writeString(root.resolve("config.yml"), "id: \"test\"\nname: \"Test\"\nversion: \"1\"\n" + config);
    }

    /** One that starts a test program; {@code more} of config.yml follows. */
    static TestContainer of(Path root, String bits, String program, String more)
            throws IOException, InterruptedException {
        TestContainer made = new TestContainer(root, """
                entrypoints:
                  - { name: "%1$s", target: 'C:\\Program Files\\Test\\%1$s.exe' }
                """.formatted(program) + more);
        made.install(bits, program, program + ".exe");
        return made;
    }

    /**
     * Gives the container the runtime whose registry is held in a hive that Windows loads, where nothing else is asked for.
     * Wine loads none: keys stand in for the hive's file, by the one function that asks Windows for it.
     */
    TestContainer withHives() throws IOException {
        for (String file : ContainerRuntime.files().keySet()) {
            Files.copy(
                    TARGET.resolve("test-programs/stand-in").resolve(file),
                    root.resolve("bin").resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return this;
    }

    /** Puts a test program into the container as {@code C:\Program Files\Test\NAME}. */
    void install(String bits, String program, String name) throws IOException {
        Files.copy(
                testProgram(bits, program),
                root.resolve("rootfs/ProgramFiles/Test").resolve(name));
    }

    /** Puts the library that Windows' own programs load into the container, as {@code C:\\Program Files\\Test\\guest.dll}. */
    void installGuest(String bits) throws IOException {
        Files.copy(guest(bits), root.resolve("rootfs/ProgramFiles/Test/guest.dll"));
    }

    static Path guest(String bits) {
        return TARGET.resolve("test-programs").resolve(bits).resolve("guest.dll");
    }

    static Path testProgram(String bits, String name) {
        return TARGET.resolve("test-programs").resolve(bits).resolve(name + ".exe");
    }

    /** Drive C: of the machine. */
    Path drive() {
        return machine.drive();
    }

    Said launch(String... arguments) throws IOException, InterruptedException {
        return plain(root.resolve("bin/launcher.exe"), arguments);
    }

    /** The same with a variable more in its environment. */
    Said launchWith(String variable, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder process = machine.program(root.resolve("bin/launcher.exe"), List.of(arguments));
        process.environment().put(variable, "1");
        return said(process);
    }

    /** Puts a program for .NET into the container, and beside it what stands in for .NET in processes of {@code bits}. */
    void installManaged(ManagedProgram program, String bits, String name) throws IOException {
        Path test = root.resolve("rootfs/ProgramFiles/Test");
        installManaged(test, program, bits, name);
    }

    static void installManaged(Path folder, ManagedProgram program, String bits, String name) throws IOException {
        program.write(Files.createDirectories(folder.resolve(bits)).resolve(name));
        Files.copy(
                TARGET.resolve("test-programs").resolve(bits).resolve("mscoree.dll"),
                folder.resolve(bits).resolve("mscoree.dll"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** The same on a machine whose programs bring their mscoree.dll. */
    Said launchManaged(String... arguments) throws IOException, InterruptedException {
        return said(managed(machine.program(root.resolve("bin/launcher.exe"), List.of(arguments))));
    }

    /** The same without waiting for it; what it says on standard output is there to be read. */
    Process startManaged(String... arguments) throws IOException {
        return managed(machine.program(root.resolve("bin/launcher.exe"), List.of(arguments)))
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .start();
    }

    /** A process whose programs bring their mscoree.dll. */
    static ProcessBuilder managed(ProcessBuilder process) {
        process.environment().put("WINEDLLOVERRIDES", "winemenubuilder.exe,mshtml=;mscoree=n");
        return process;
    }

    /** Starts the launcher and does not wait for it; what it says on standard output is there to be read. */
    Process start(String... arguments) throws IOException {
        return machine.program(root.resolve("bin/launcher.exe"), List.of(arguments))
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .start();
    }

    /** Wine's own programs write in a code page; what is no UTF-8 is not of interest here. */
    private static List<String> lines(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** What a program of the container makes of {@code bytes} on its standard input. */
    byte[] pipe(byte[] bytes, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("said", ".out");
        try {
            Process process = machine.program(root.resolve("bin/launcher.exe"), List.of(arguments))
                    .redirectOutput(out.toFile())
                    .start();
            try (OutputStream to = process.getOutputStream()) {
                to.write(bytes);
            }
            if (!process.waitFor(300, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("the container did not end");
            }
            return Files.readAllBytes(out);
        } finally {
            Files.delete(out);
        }
    }

    /** The same by way of a command of this host, which is given the machine's and its arguments. */
    Said launchBehind(List<String> command, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder process = machine.program(root.resolve("bin/launcher.exe"), List.of(arguments));
        List<String> whole = new ArrayList<>(command);
        whole.addAll(process.command());
        return said(process.command(whole));
    }

    /** Starts a program of this host on the machine, outside the container. */
    Said plain(Path program, String... arguments) throws IOException, InterruptedException {
        return said(machine.program(program, List.of(arguments)));
    }

    /** Now and then Wine 8 loses a 64-bit program that its own 32-bit start.exe starts, which says so and ends with 1. */
    static boolean isLost(List<String> said) {
        return said.contains("ShellExecuteEx failed: Internal error.");
    }

    /** Started again when Wine lost it, three times at most. */
    private static Said said(ProcessBuilder program) throws IOException, InterruptedException {
        Said said = once(program);
        for (int tries = 2; tries > 0 && (isLost(said.out()) || isLost(said.err())); tries--) {
            said = once(program);
        }
        return said;
    }

    private static Said once(ProcessBuilder program) throws IOException, InterruptedException {
        Path out = Files.createTempFile("said", ".out");
        Path err = Files.createTempFile("said", ".err");
        try {
            Process process = program.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(300, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(program.command() + " did not end; it said " + Files.readAllLines(out));
            }
            return new Said(process.exitValue(), lines(out), lines(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
