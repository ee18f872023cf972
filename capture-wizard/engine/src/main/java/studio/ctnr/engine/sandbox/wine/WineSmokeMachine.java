package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.ctnr.container.Progress;
import studio.ctnr.engine.change.CaptureMachine;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.sandbox.LiveScreen;
import studio.ctnr.engine.sandbox.LiveScreen.Input;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.engine.sandbox.SandboxSettings;

/**
 * A clean machine on which something is run that should leave it clean: locked in, without network, with its windows on
 * a screen that nobody sees. What is handed to it lies on a drive of its own, {@code X:}, which programs may write to.
 */
public final class WineSmokeMachine implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String HANDED = "handed";

    private final WineSession session;
    private final Machine machine;
    private int started;

    private WineSmokeMachine(WineSession session) {
        this.session = session;
        this.machine = session.underneath();
    }

    /**
     * @param workspace a folder that is empty or not there
     */
    public static WineSmokeMachine open(Path workspace, Progress progress) throws SandboxException, IOException {
        WineSmokeMachine made = new WineSmokeMachine(
                (WineSession) new WineSandbox().open(SandboxSettings.DEFAULT, workspace, progress));
        try {
            Files.createDirectories(made.drive());
            MachineLayout layout = made.machine.layout();
            String link = layout.unixName("prefix/dosdevices/x:");
            made.run("Giving the drive X:", List.of("ln", "-sfn", layout.unixName("exchange/" + HANDED), link));
            new WineCommands(made.machine).startServer();
            return made;
        } catch (SandboxException | IOException | RuntimeException e) {
            made.close();
            throw e;
        }
    }

    /** The user that programs run as, and what is the user's. */
    public CaptureMachine user() {
        return session.machine();
    }

    /** What {@code X:} is on this system. */
    public Path drive() {
        return machine.layout().exchange().resolve(HANDED);
    }

    /**
     * Starts a program and follows its whole tree.
     *
     * @param command a Windows command line
     * @param limit after which everything that it started is ended
     */
    public Watched start(String command, Duration limit) throws SandboxException, IOException {
        String name = "smoke-" + ++started;
        MachineLayout layout = machine.layout();
        Files.writeString(layout.exchange().resolve(name + ".command"), command);
        List<String> words = new ArrayList<>(List.of("wine", layout.windowsName("capture.exe"), "run"));
        words.addAll(List.of("--events", layout.windowsName(name + ".events"), "--idle", "2"));
        words.addAll(List.of("--command-file", layout.windowsName(name + ".command"), "--cwd", "C:\\"));
        words.addAll(List.of("--stdout", layout.windowsName(name + ".output")));
        words.addAll(List.of("--stderr", layout.windowsName(name + ".output")));
        words.addAll(List.of("--timeout", Long.toString(Math.max(1, limit.toSeconds()))));
        CompletableFuture<Integer> done = machine.submit(
                "cd " + ShellWords.quote(layout.unixName("prefix/drive_c")) + " && " + ShellWords.join(words));
        return new Watched(
                layout.exchange().resolve(name + ".events"), layout.exchange().resolve(name + ".output"), done);
    }

    /** What Windows programs call a file that lies beside {@link #drive()}, which is on no drive and shared. */
    public String sharedName(String file) {
        return machine.layout().windowsName(file);
    }

    /** The same file on this system. */
    public Path shared(String file) {
        return machine.layout().exchange().resolve(file);
    }

    /** Runs a program of Windows to its end, unwatched; how it ends does not matter. */
    public void call(List<String> command) throws SandboxException, IOException {
        List<String> words = new ArrayList<>(List.of("wine"));
        words.addAll(command);
        run("Running " + command.getFirst(), List.of("sh", "-c", ShellWords.join(words) + " || true"));
    }

    private void run(String what, List<String> words) throws SandboxException, IOException {
        machine.run(what, ShellWords.join(words), LIMIT);
    }

    /** A part of the screen, in pixels from its upper left. */
    public record Area(int x, int y, int width, int height) {}

    /**
     * Where something lies on the screen; empty when it is not there any more.
     *
     * @param window as {@link Watched.Shown} has it
     * @param control the label of a control in it; the inside of the window itself when empty
     */
    public Optional<Area> area(long window, Optional<String> control) throws SandboxException, IOException {
        MachineLayout layout = machine.layout();
        List<String> words = new ArrayList<>(List.of("wine", layout.windowsName("capture.exe"), "where", "--window"));
        words.add(Long.toString(window));
        control.ifPresent(label -> words.addAll(List.of("--control", label)));
        String answer = "where.txt";
        String ask = ShellWords.join(words) + " > " + ShellWords.quote(layout.unixName("exchange/" + answer));
        run("Looking for a window", List.of("sh", "-c", ask + " || true"));
        String[] numbers =
                Files.readString(layout.exchange().resolve(answer)).strip().split(" ");
        return numbers.length < 4
                ? Optional.empty()
                : Optional.of(new Area(
                        Integer.parseInt(numbers[0]),
                        Integer.parseInt(numbers[1]),
                        Integer.parseInt(numbers[2]),
                        Integer.parseInt(numbers[3])));
    }

    /** Has mouse and keyboard do something; it is done when this returns, though not what it leads to. */
    public void use(List<? extends Input> inputs) throws SandboxException, IOException {
        if (session.screen().filter(LiveScreen::usable).isEmpty()) {
            throw new SandboxException(
                    SandboxException.Code.MISSING_PROGRAM,
                    "Keys and clicks need xdotool, which is not installed.",
                    "Run: apt-get install xdotool");
        }
        if (!inputs.isEmpty()) {
            machine.run(
                    "Using mouse and keyboard",
                    "xdotool " + inputs.stream().map(WineScreen::words).collect(Collectors.joining(" ")),
                    LIMIT);
        }
    }

    /** A picture of the screen as it is now; empty where none can be taken. */
    public Optional<Path> screenshot(Path folder, String name) {
        Path screen = machine.layout().exchange().resolve("screen/Xvfb_screen0");
        return new Screenshots(Optional.of(screen), folder, name).take();
    }

    /** What was left in the home folder, by its paths in it: nothing should be. */
    public List<String> home() throws IOException {
        Path home = machine.layout().scratch().resolve("home");
        try (Stream<Path> left = Files.walk(home)) {
            return left.filter(file -> !file.equals(home))
                    .map(file -> home.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** Ends the machine and takes what is different in its whole prefix: files and registry. */
    public ChangeSet finish() throws SandboxException, IOException {
        return session.finish();
    }

    /** Ends everything at once; may be called from any thread. */
    public void cancel() {
        session.cancel();
    }

    @Override
    public void close() throws IOException {
        session.close();
    }
}
