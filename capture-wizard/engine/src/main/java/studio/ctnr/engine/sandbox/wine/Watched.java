package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import studio.ctnr.engine.observe.CaptureEvent;
import studio.ctnr.engine.observe.CaptureEvents;

/** A program's tree on a smoke machine, as {@code capture.exe} tells of it; for any number of threads. */
public final class Watched {
    private static final long TICK_MILLIS = 25;

    private final Path output;
    private final Map<Long, Shown> windows = new LinkedHashMap<>();
    private boolean quiet;
    private boolean over;
    private OptionalLong exitCode = OptionalLong.empty();
    private boolean timedOut;
    private Optional<String> failure = Optional.empty();

    /**
     * A window that is shown.
     *
     * @param handle Windows' own number for it
     * @param buttons what can be pressed in it
     */
    public record Shown(long handle, String title, List<String> buttons) {}

    Watched(Path events, Path output, CompletableFuture<Integer> done) {
        this.output = output;
        Thread.ofPlatform().daemon().name("watch-" + events.getFileName()).start(() -> hear(events, done));
    }

    private void hear(Path events, CompletableFuture<Integer> done) {
        GrowingFile file = new GrowingFile(events, () -> {
            try {
                Thread.sleep(TICK_MILLIS);
            } catch (InterruptedException e) {
                return false;
            }
            return !done.isDone();
        });
        try (CaptureEvents told = new CaptureEvents(file, events.getFileName().toString())) {
            for (Optional<CaptureEvent> event = told.next(); event.isPresent(); event = told.next()) {
                take(event.get());
            }
        } catch (IOException e) {
            fail(e.getMessage());
        }
        end();
    }

    private synchronized void take(CaptureEvent event) {
        switch (event) {
            case CaptureEvent.WindowShown shown -> {
                windows.put(shown.window(), new Shown(shown.window(), shown.title(), shown.buttons()));
                quiet = false;
            }
            case CaptureEvent.WindowClosed closed -> windows.remove(closed.window());
            case CaptureEvent.Waiting _ -> quiet = true;
            case CaptureEvent.Working _ -> quiet = false;
            case CaptureEvent.TimedOut _ -> timedOut = true;
            case CaptureEvent.Failed failed -> failure = Optional.of(failed.message());
            case CaptureEvent.Ended ended -> exitCode = ended.code();
            default -> {}
        }
        notifyAll();
    }

    private synchronized void fail(String message) {
        failure = Optional.of(message);
    }

    private synchronized void end() {
        over = true;
        notifyAll();
    }

    /** Waits until {@code wanted} holds, the tree has ended, or the time is over; says whether it holds. */
    public synchronized boolean await(Predicate<Watched> wanted, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!wanted.test(this) && !over) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return wanted.test(this);
    }

    /** The titles of the windows that it shows now. */
    public synchronized List<String> windows() {
        return windows.values().stream().map(Shown::title).toList();
    }

    /** The windows that it shows now, the last first. */
    public synchronized List<Shown> shown() {
        return List.copyOf(windows.values()).reversed();
    }

    /** Whether it shows a window, and neither does anything nor changes what it shows. */
    public synchronized boolean waits() {
        return quiet && !windows.isEmpty();
    }

    /** Whether all of it has ended. */
    public synchronized boolean isOver() {
        return over;
    }

    /** The first program's; empty while it runs, and when it had to be ended. */
    public synchronized OptionalLong exitCode() {
        return exitCode;
    }

    public synchronized boolean timedOut() {
        return timedOut;
    }

    /** Why it could not be started. */
    public synchronized Optional<String> failure() {
        return failure;
    }

    /** What it wrote to both of its outputs. */
    public String output() throws IOException {
        return Files.exists(output) ? Files.readString(output, StandardCharsets.ISO_8859_1) : "";
    }
}
