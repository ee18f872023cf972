package studio.ctnr.engine.smoke;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.FileTree;
import studio.ctnr.container.Progress;
import studio.ctnr.container.archive.Archive;
import studio.ctnr.container.archive.ArchiveExtraction;
import studio.ctnr.engine.run.TemporaryCopy;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.engine.sandbox.wine.Watched;
import studio.ctnr.engine.sandbox.wine.WineSmokeMachine;

/**
 * The leak gate: a copy of a container is run on a clean machine that is thrown away, and afterwards the machine's whole
 * disk and registry are held against what they were. What another program leaves there, run the same way without a
 * container, is Wine's doing; everything else is the container's.
 */
public final class SmokeTest {
    private static final String FOLDER = "app";
    private static final Duration SETTLING = Duration.ofSeconds(10);

    /** A program of Wine's that shows a window and keeps nothing. */
    private static final String NEUTRAL = "winver.exe";

    private final Filling container;
    private volatile Runnable cancel = () -> {};
    private volatile boolean cancelled;

    private interface Filling {
        void put(Path goal, Progress progress) throws IOException;
    }

    private SmokeTest(Filling container) {
        this.container = container;
    }

    /** Of a container's folder, which is only read. */
    public static SmokeTest of(ContainerFolder folder) {
        return new SmokeTest((goal, progress) -> TemporaryCopy.copy(folder, goal, progress));
    }

    /** Of an archive. */
    public static SmokeTest of(Archive archive) {
        return new SmokeTest((goal, progress) ->
                new ArchiveExtraction(archive).progress(progress).to(goal));
    }

    /**
     * @param limit of each start of the application
     * @throws CancellationException after {@link #cancel()}, or when {@code progress} says to stop
     */
    public SmokeResult run(SmokeScript script, Duration limit, Progress progress) throws SandboxException, IOException {
        long began = System.nanoTime();
        Path workspace = Files.createTempDirectory("ctnr-smoke");
        try (var executor = Executors.newVirtualThreadPerTaskExecutor();
                WineSmokeMachine machine = WineSmokeMachine.open(workspace.resolve("container"), progress)) {
            cancelWith(machine);
            CompletableFuture<Traces> usual =
                    CompletableFuture.supplyAsync(() -> baseline(workspace.resolve("baseline")), executor);
            container.put(machine.drive().resolve(FOLDER), progress);
            progress.at("Running the application on a clean machine", -1, -1);
            SmokeRun run = new SmokeRun(machine, FOLDER, machine.user(), limit);
            run.run(script);
            List<String> home = machine.home();
            progress.at("Looking for what it left", -1, -1);
            Traces traces = Traces.of(machine.finish(), home);
            List<Leak> leaks = traces.without(result(usual));
            return new SmokeResult(
                    leaks,
                    run.failures(),
                    run.exitCode(),
                    run.windows(),
                    run.output(),
                    Duration.ofNanos(System.nanoTime() - began));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the application ran", e);
        } catch (SandboxException | IOException e) {
            if (cancelled) {
                throw new CancellationException();
            }
            throw e;
        } finally {
            FileTree.delete(workspace);
        }
    }

    private static Traces baseline(Path workspace) {
        try (WineSmokeMachine machine = WineSmokeMachine.open(workspace, Progress.NONE)) {
            Watched neutral = machine.start(NEUTRAL, Duration.ofMinutes(1));
            neutral.await(Watched::waits, SETTLING);
            machine.call(List.of("taskkill.exe", "/im", NEUTRAL));
            neutral.await(Watched::isOver, SETTLING);
            List<String> home = machine.home();
            return Traces.of(machine.finish(), home);
        } catch (SandboxException | IOException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    private static Traces result(CompletableFuture<Traces> usual) throws SandboxException, IOException {
        try {
            return usual.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case SandboxException failed -> throw failed;
                case IOException failed -> throw failed;
                default -> throw e;
            }
        }
    }

    private void cancelWith(WineSmokeMachine machine) {
        cancel = machine::cancel;
        if (cancelled) {
            throw new CancellationException();
        }
    }

    /** Ends the test as soon as possible; may be called from any thread. */
    public void cancel() {
        cancelled = true;
        cancel.run();
    }
}
