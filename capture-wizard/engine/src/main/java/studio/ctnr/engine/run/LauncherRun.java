package studio.ctnr.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.FileTree;

/** A start by {@code launcher.exe}, which tells in a file what becomes of the application. */
final class LauncherRun implements RunningContainer {
    private static final Logger LOG = LoggerFactory.getLogger(LauncherRun.class);
    private static final String EVENTS = "events.jsonl";

    private final LauncherHost host;
    private final ContainerFolder container;
    private final Optional<String> entry;
    private final Instant since = Instant.now();
    private final Path scratch;
    private final Process process;
    private final LineTail told;
    private final CompletableFuture<OptionalLong> started = new CompletableFuture<>();
    private final CompletableFuture<RunEnd> end = new CompletableFuture<>();
    private volatile long launcherId;
    private volatile OptionalLong exitCode = OptionalLong.empty();
    private volatile Optional<String> failure = Optional.empty();

    private LauncherRun(
            LauncherHost host, ContainerFolder container, Optional<String> entry, Path scratch, Process process)
            throws IOException {
        this.host = host;
        this.container = container;
        this.entry = entry;
        this.scratch = scratch;
        this.process = process;
        told = new LineTail(scratch.resolve(EVENTS), 0, this::hear);
        process.onExit().thenAccept(this::ended);
    }

    static LauncherRun start(LauncherHost host, ContainerFolder container, RunSettings settings) throws IOException {
        Path scratch = Files.createTempDirectory("ctnr-run");
        Process process = null;
        try {
            List<String> arguments = arguments(settings, host.windowsName().apply(scratch.resolve(EVENTS)));
            ProcessBuilder builder = settings.streams().apply(host.launcher(container, arguments));
            process = builder.start();
            return new LauncherRun(host, container, settings.entry(), scratch, process);
        } catch (IOException e) {
            if (process != null) {
                process.destroyForcibly();
            }
            FileTree.delete(scratch);
            throw e;
        }
    }

    private static List<String> arguments(RunSettings settings, String events) {
        List<String> arguments = new ArrayList<>(List.of("--events", events));
        settings.entry().ifPresent(name -> arguments.addAll(List.of("--entry", name)));
        if (settings.trace()) {
            arguments.add("--trace");
        }
        if (!settings.arguments().isEmpty()) {
            arguments.add("--");
            arguments.addAll(settings.arguments());
        }
        return arguments;
    }

    private void hear(String line) {
        RuntimeEvent.of(line).ifPresent(event -> {
            switch (event.name()) {
                case "started" -> {
                    launcherId = event.number("launcher").orElse(0L);
                    started.complete(event.number("pid").map(OptionalLong::of).orElse(OptionalLong.empty()));
                }
                case "exit" ->
                    exitCode = event.number("code").map(OptionalLong::of).orElse(OptionalLong.empty());
                case "error" -> failure = event.text("message");
                default -> {}
            }
        });
    }

    private void ended(Process launcher) {
        Duration elapsed = Duration.between(since, Instant.now());
        try {
            told.close();
            FileTree.delete(scratch);
        } catch (IOException e) {
            LOG.warn("{} could not be removed: {}", scratch, e.getMessage());
        }
        long code = exitCode.orElse(Integer.toUnsignedLong(launcher.exitValue()));
        if (failure.isEmpty() && !started.isDone()) {
            failure = Optional.of("The launcher ended with status " + code + " before it had started anything");
        }
        failure.ifPresent(sentence -> started.completeExceptionally(new RunException(
                RunException.Code.NOT_STARTED, sentence, "See docs/runtime.md, or run with --trace.")));
        end.complete(new RunEnd(code, elapsed, failure));
    }

    @Override
    public ContainerFolder container() {
        return container;
    }

    @Override
    public Optional<String> entry() {
        return entry;
    }

    @Override
    public Instant since() {
        return since;
    }

    @Override
    public long processId() {
        return process.pid();
    }

    @Override
    public CompletableFuture<OptionalLong> started() {
        return started.copy();
    }

    @Override
    public CompletableFuture<RunEnd> end() {
        return end.copy();
    }

    @Override
    public void stop() {
        started.thenRun(this::askToStop);
    }

    private void askToStop() {
        try {
            Streams.NONE
                    .apply(host.launcher(container, List.of("--stop", Long.toString(launcherId))))
                    .start();
        } catch (IOException e) {
            LOG.warn("{} could not be asked to stop: {}", container.root(), e.getMessage());
            kill();
        }
    }

    @Override
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public AutoCloseable follow(Consumer<RuntimeEvent> listener) throws IOException {
        Path log = container.events();
        Files.createDirectories(log.getParent());
        return new LineTail(
                log,
                Files.exists(log) ? Files.size(log) : 0,
                line -> RuntimeEvent.of(line).ifPresent(listener));
    }
}
