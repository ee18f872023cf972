package studio.ctnr.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import studio.ctnr.wine.WinePrefix;

/** capture.exe of one bitness, run in the tests' Windows machine. */
enum Capture {
    X64(NativeProgram.CAPTURE_X64, "x64"),
    X86(NativeProgram.CAPTURE_X86, "x86");

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    /** Tests that run at the same time have machines of their own. */
    private static final String FORK = System.getProperty("ctnr.fork", "fork-1");

    private final NativeProgram program;
    private final String folder;

    Capture(NativeProgram program, String folder) {
        this.program = program;
        this.folder = folder;
    }

    /** What a run of it said: its own exit status, standard output and standard error, by lines. */
    record Said(int status, List<String> out, List<String> err) {
        /** The lines that report {@code event}. */
        public List<String> events(String event) {
            return out.stream()
                    .filter(line -> line.startsWith("{\"event\":\"" + event + "\","))
                    .toList();
        }

        public String exit() {
            return out.getLast().replaceAll("\"(time|elapsed)\":\\d+,?", "");
        }
    }

    public static WinePrefix machine() throws IOException, InterruptedException {
        return WinePrefix.in(TARGET.resolve(FORK + "/wine"));
    }

    /** A test program of the same bitness, as the machine calls it. */
    public String testProgram(String name) {
        return WinePrefix.path(TARGET.resolve("test-programs").resolve(folder).resolve(name + ".exe"));
    }

    public Process start(Path out, Path err, String... arguments) throws IOException, InterruptedException {
        Path file = TARGET.resolve(FORK + "/capture-" + folder + ".exe");
        if (Files.notExists(file) || Files.mismatch(file, classes()) >= 0) {
            program.copyTo(Files.createDirectories(file.getParent()).resolve(file.getFileName()));
        }
        return machine()
                .program(file, List.of(arguments))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
    }

    private Path classes() {
        return TARGET.resolve("classes/studio/ctnr/launcher").resolve(folder).resolve("capture.exe");
    }

    public Said say(String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("capture", ".out");
        Path err = Files.createTempFile("capture", ".err");
        try {
            Process process = start(out, err, arguments);
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("capture.exe did not end: " + List.of(arguments) + Files.readAllLines(out));
            }
            return new Said(process.exitValue(), lines(out), lines(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Runs one step with options before it. */
    public Said run(List<String> options, String... step) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("run"));
        all.addAll(options);
        all.add("--");
        all.addAll(List.of(step));
        return say(all.toArray(String[]::new));
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).lines().toList();
    }
}
