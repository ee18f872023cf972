package studio.ctnr.workbench;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.Progress;
import studio.ctnr.engine.run.RunEnd;
import studio.ctnr.engine.run.RunSettings;
import studio.ctnr.engine.run.RunningContainer;
import studio.ctnr.engine.run.RuntimeEvent;
import studio.ctnr.engine.run.RuntimeHost;

/** A Windows on which applications run until they are told to end. */
final class FakeHost implements RuntimeHost {
    private final Map<ContainerFolder, Run> runs = new ConcurrentHashMap<>();

    @Override
    public RunningContainer start(ContainerFolder container, RunSettings settings, Progress progress) {
        Run run = new Run(container, settings.entry(), Instant.now(), new CompletableFuture<>());
        runs.put(container, run);
        if (settings.entry().equals(Optional.of("broken"))) {
            run.end.complete(new RunEnd(211, Duration.ZERO, Optional.of("The runtime was altered")));
        }
        return run;
    }

    @Override
    public Diagnosis examine(ContainerFolder container, boolean json, Progress progress) {
        return new Diagnosis("", 0);
    }

    @Override
    public boolean isRunning(ContainerFolder container) {
        Run run = runs.get(container);
        return run != null && !run.end.isDone();
    }

    private record Run(ContainerFolder container, Optional<String> entry, Instant since, CompletableFuture<RunEnd> end)
            implements RunningContainer {
        @Override
        public long processId() {
            return 1;
        }

        @Override
        public CompletableFuture<OptionalLong> started() {
            return CompletableFuture.completedFuture(OptionalLong.of(8));
        }

        @Override
        public void stop() {
            end.complete(new RunEnd(7, Duration.ZERO, Optional.empty()));
        }

        @Override
        public void kill() {
            stop();
        }

        @Override
        public AutoCloseable follow(Consumer<RuntimeEvent> listener) {
            return () -> {};
        }
    }
}
