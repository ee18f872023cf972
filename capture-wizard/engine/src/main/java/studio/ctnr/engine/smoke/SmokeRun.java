package studio.ctnr.engine.smoke;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.ContainerLayout;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.container.view.ViewedMachine;
import studio.ctnr.engine.change.CaptureMachine;
import studio.ctnr.engine.run.RuntimeEvent;
import studio.ctnr.engine.sandbox.LiveScreen.Input;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.engine.sandbox.wine.Watched;
import studio.ctnr.engine.sandbox.wine.WineSmokeMachine;
import studio.ctnr.engine.sandbox.wine.WineSmokeMachine.Area;
import studio.ctnr.engine.smoke.SmokeStep.Spot;

/** Does what a script says with a container on a smoke machine; it goes on where a step fails, and tells each. */
final class SmokeRun {
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration LEAVING = Duration.ofSeconds(30);

    private final WineSmokeMachine machine;
    private final String launcher;
    private final ContainerFolder container;
    private final ViewedMachine viewed;
    private final Duration limit;
    private final List<String> failures = new ArrayList<>();
    private final Set<String> windows = new LinkedHashSet<>();
    private final StringBuilder output = new StringBuilder();
    private Watched running;
    private String events;
    private int starts;

    /**
     * @param folder the container's, on the machine's drive
     * @param limit of each start
     */
    SmokeRun(WineSmokeMachine machine, String folder, CaptureMachine user, Duration limit) {
        this.machine = machine;
        this.container = new ContainerFolder(machine.drive().resolve(folder));
        this.launcher = "X:\\" + folder + "\\bin\\launcher.exe";
        this.limit = limit;
        viewed = new ViewedMachine(WindowsPath.of("X:\\" + folder), user.profile(), user.temp(), 'C');
    }

    void run(SmokeScript script) throws SandboxException, IOException, InterruptedException {
        for (SmokeStep step : script.steps()) {
            step(step);
        }
        if (!running.isOver()) {
            close();
        }
        leave();
    }

    private void step(SmokeStep step) throws SandboxException, IOException, InterruptedException {
        switch (step) {
            case SmokeStep.Start start -> start(start);
            case SmokeStep.AwaitWindow wanted ->
                await(
                        shown -> shown.windows().stream().anyMatch(title -> matches(wanted.title(), title)),
                        wanted.limit(),
                        "shows no window '%s' within %d s"
                                .formatted(wanted.title(), wanted.limit().toSeconds()));
            case SmokeStep.AwaitExit exit ->
                await(
                        Watched::isOver,
                        exit.limit(),
                        "does not end within %d s".formatted(exit.limit().toSeconds()));
            case SmokeStep.AwaitQuiet quiet ->
                await(
                        one -> one.waits() || one.isOver(),
                        quiet.limit(),
                        "neither settles with a window nor ends within %d s"
                                .formatted(quiet.limit().toSeconds()));
            case SmokeStep.AwaitFile file -> awaitFile(file);
            case SmokeStep.Press press -> machine.use(press.keys());
            case SmokeStep.Click click -> click(click);
            case SmokeStep.Close _ -> close();
            case SmokeStep.ExpectExit expected -> expectExit(expected.code());
            case SmokeStep.ExpectFile file -> {
                if (has(file.path()) != file.there()) {
                    failures.add("The container has %s file %s".formatted(file.there() ? "no" : "a", file.path()));
                }
            }
        }
    }

    private void start(SmokeStep.Start start) throws SandboxException, IOException, InterruptedException {
        if (running != null) {
            leave();
        }
        events = "launch-" + ++starts + ".jsonl";
        String command = "\"%s\" --events \"%s\"".formatted(launcher, machine.sharedName(events));
        if (start.entry().isPresent()) {
            command += " --entry \"" + start.entry().get() + "\"";
        }
        if (!start.arguments().isEmpty()) {
            command += " -- " + start.arguments();
        }
        running = machine.start(command, limit);
    }

    private void click(SmokeStep.Click click) throws SandboxException, IOException, InterruptedException {
        String wanted = "'%s'".formatted(click.title());
        if (click.at() instanceof Spot.Button(String label)) {
            wanted += " with a button '" + label + "'";
        }
        boolean come = await(
                one -> spot(one, click).isPresent(),
                click.limit(),
                "shows no window %s within %d s".formatted(wanted, click.limit().toSeconds()));
        Optional<Found> found = spot(running, click);
        if (!come || found.isEmpty()) {
            return;
        }
        Optional<Area> area = machine.area(found.get().window(), found.get().button());
        if (area.isEmpty()) {
            failures.add("The application's window %s was gone before it could be clicked".formatted(wanted));
            return;
        }
        int x = area.get().x();
        int y = area.get().y();
        switch (click.at()) {
            case Spot.Button _ ->
                press(x + area.get().width() / 2, y + area.get().height() / 2);
            case Spot.Pixel pixel -> press(x + pixel.x(), y + pixel.y());
        }
    }

    private void press(int x, int y) throws SandboxException, IOException {
        machine.use(List.of(new Input.Move(x, y), new Input.Press(1), new Input.Release(1)));
    }

    /** A window, and the label of the button that is wanted of it. */
    private record Found(long window, Optional<String> button) {}

    private static Optional<Found> spot(Watched one, SmokeStep.Click click) {
        return one.shown().stream()
                .filter(window -> matches(click.title(), window.title()))
                .flatMap(window -> switch (click.at()) {
                    case Spot.Pixel _ -> Stream.of(new Found(window.handle(), Optional.empty()));
                    case Spot.Button(String label) ->
                        window.buttons().stream()
                                .filter(button -> matches(label, button))
                                .map(button -> new Found(window.handle(), Optional.of(button)));
                })
                .findFirst();
    }

    private boolean await(Predicate<Watched> wanted, Duration most, String otherwise) throws InterruptedException {
        boolean come = running.await(
                one -> {
                    windows.addAll(one.windows());
                    return wanted.test(one);
                },
                most);
        if (!come) {
            failures.add("The application " + otherwise);
        }
        return come;
    }

    private void awaitFile(SmokeStep.AwaitFile file) throws IOException, InterruptedException {
        long end = System.nanoTime() + file.limit().toNanos();
        while (!has(file.path())) {
            if (running.isOver() && !has(file.path()) || System.nanoTime() > end) {
                failures.add("The container gets no file " + file.path());
                return;
            }
            running.await(Watched::isOver, TICK);
        }
    }

    private boolean has(String path) throws IOException {
        ContainerLayout layout = ContainerLayout.of(viewed.profile(), viewed.temp(), viewed.systemDrive());
        return container
                .find(layout.toContainer(WindowsPath.of(viewed.expand(path))))
                .isPresent();
    }

    private void close() throws SandboxException, IOException, InterruptedException {
        Optional<RuntimeEvent> started = told("started");
        if (!running.isOver() && started.isPresent()) {
            machine.call(List.of(
                    launcher,
                    "--stop",
                    started.get().number("launcher").orElseThrow().toString()));
        }
        running.await(Watched::isOver, LEAVING);
    }

    private void expectExit(long code) throws IOException {
        OptionalLong found = exitCode();
        if (found.isEmpty() || found.getAsLong() != code) {
            failures.add("The application ended with %s and not with exit code %d"
                    .formatted(found.isEmpty() ? "none" : "exit code " + found.getAsLong(), code));
        }
    }

    /** What is known of the start that is over, before another or at the end. */
    private void leave() throws IOException {
        windows.addAll(running.windows());
        output.append(running.output());
        if (running.timedOut() || !running.isOver()) {
            failures.add("The application had to be ended after %d s".formatted(limit.toSeconds()));
        }
        Optional<String> failed = told("error").flatMap(event -> event.text("message"));
        failed.or(running::failure).ifPresent(failure -> failures.add("The application was not started: " + failure));
        if (failed.isEmpty() && running.failure().isEmpty() && told("started").isEmpty()) {
            failures.add(
                    "The launcher started nothing; it said: " + running.output().strip());
        }
    }

    private Optional<RuntimeEvent> told(String name) throws IOException {
        if (!Files.exists(machine.shared(events))) {
            return Optional.empty();
        }
        return Files.readAllLines(machine.shared(events)).stream()
                .flatMap(line -> RuntimeEvent.of(line).stream())
                .filter(event -> event.name().equals(name))
                .findFirst();
    }

    private static boolean matches(String pattern, String title) {
        StringBuilder regex = new StringBuilder();
        for (char one : pattern.toCharArray()) {
            regex.append(one == '*' ? ".*" : one == '?' ? "." : Pattern.quote(String.valueOf(one)));
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                .matcher(title)
                .matches();
    }

    OptionalLong exitCode() throws IOException {
        return told("exit")
                .flatMap(event -> event.number("code"))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    List<String> failures() {
        return failures;
    }

    List<String> windows() {
        return List.copyOf(windows);
    }

    String output() {
        return output.toString();
    }
}
