package studio.ctnr.engine.sandbox.story;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studio.ctnr.engine.change.Unobserved;
import studio.ctnr.engine.observe.CaptureEvent;
import studio.ctnr.engine.sandbox.StepListener;
import studio.ctnr.engine.sandbox.WaitingForInput;

/** What is known of a step so far, from what {@code capture.exe} told. */
public final class StepStory {
    private static final int MOST_UNOBSERVED = 50;
    private static final Pattern PROCESS_ID = Pattern.compile("[0-9]{1,10}");

    private final Supplier<Optional<Path>> screenshots;
    private final SequencedMap<Long, String> running = new LinkedHashMap<>();
    private final SequencedMap<Long, CaptureEvent.WindowShown> windows = new LinkedHashMap<>();
    private final Map<Long, String> programs = new HashMap<>();
    private final List<CaptureEvent.NotObserved> unobserved = new ArrayList<>();
    private Optional<Long> startedAt = Optional.empty();
    private Optional<Long> waitingSince = Optional.empty();
    private Optional<WaitingForInput> waiting = Optional.empty();
    private Optional<CaptureEvent.Ended> end = Optional.empty();
    private Optional<CaptureEvent.Failed> failure = Optional.empty();

    /** @param screenshots takes a picture of what a person would see, where there is one to take */
    public StepStory(Supplier<Optional<Path>> screenshots) {
        this.screenshots = screenshots;
    }

    /** Takes one event in and tells the listener of it. */
    public void hear(CaptureEvent event, StepListener listener) {
        switch (event) {
            case CaptureEvent.ProcessStarted started -> {
                waitingSince = Optional.empty();
                programs.put(started.pid(), started.image());
                running.put(started.pid(), baseName(started.image()));
                listener.programStarted(started.pid(), started.image());
            }
            case CaptureEvent.ProcessEnded ended -> {
                waitingSince = Optional.empty();
                running.remove(ended.pid());
                listener.programEnded(ended.pid(), ended.code().orElse(0));
            }
            case CaptureEvent.WindowShown shown -> {
                waitingSince = Optional.empty();
                windows.put(shown.window(), shown);
                listener.windowShown(shown.title());
            }
            case CaptureEvent.WindowClosed closed -> {
                waitingSince = Optional.empty();
                windows.remove(closed.window());
            }
            case CaptureEvent.Waiting waits -> {
                waitingSince = Optional.of(System.nanoTime());
                waiting = asks(waits.windows());
                waiting.ifPresent(listener::waiting);
            }
            case CaptureEvent.Working _ -> waitingSince = Optional.empty();
            case CaptureEvent.Ended ended -> end = Optional.of(ended);
            case CaptureEvent.Failed failed -> failure = Optional.of(failed);
            case CaptureEvent.NotObserved one -> {
                if (unobserved.size() < MOST_UNOBSERVED) {
                    unobserved.add(one);
                }
            }
            case CaptureEvent.Started _ -> startedAt = Optional.of(System.nanoTime());
            case CaptureEvent.InstallerBusy _,
                    CaptureEvent.TimedOut _,
                    CaptureEvent.GaveUp _,
                    CaptureEvent.Killed _ -> {}
        }
    }

    /** When the installer's own program started, by System.nanoTime; empty while Windows still gets ready for it. */
    public Optional<Long> startedAt() {
        return startedAt;
    }

    public boolean waitsLongerThan(Duration limit, long now) {
        return waitingSince.isPresent() && now - waitingSince.get() > limit.toNanos();
    }

    /** Before the windows are closed by force: what a person would see now. */
    public void seeOnceMore() {
        Optional<WaitingForInput> now = asks(List.copyOf(windows.keySet()));
        waiting = now.isPresent() ? now : waiting;
    }

    /** The window that a person would have to answer: one with buttons before one without, the newest before others. */
    private Optional<WaitingForInput> asks(List<Long> shown) {
        Optional<CaptureEvent.WindowShown> asking = Optional.empty();
        for (CaptureEvent.WindowShown window : windows.sequencedValues().reversed()) {
            boolean better = asking.isEmpty()
                    || asking.get().buttons().isEmpty() && !window.buttons().isEmpty();
            if (shown.contains(window.window()) && better) {
                asking = Optional.of(window);
            }
        }
        if (asking.isEmpty()) {
            return Optional.empty();
        }
        CaptureEvent.WindowShown window = asking.get();
        return Optional.of(new WaitingForInput(window.title(), window.text(), window.buttons(), screenshots.get()));
    }

    /** What it last asked a person. */
    public Optional<WaitingForInput> waiting() {
        return waiting;
    }

    public Optional<CaptureEvent.Ended> end() {
        return end;
    }

    public Optional<CaptureEvent.Failed> failure() {
        return failure;
    }

    /** What of the step was not observed, though it was to be: what is told here, and what {@code watch} was told. */
    public List<Unobserved> unobserved(StepWatch watch) {
        return Stream.concat(unobserved.stream().map(this::named), watch.unobserved().stream())
                .distinct()
                .toList();
    }

    /** A process is told by its id; it was named before or after. */
    private Unobserved named(CaptureEvent.NotObserved one) {
        boolean process = PROCESS_ID.matcher(one.subject()).matches();
        String program = process ? programs.getOrDefault(Long.parseLong(one.subject()), "") : one.subject();
        return Unobserved.byCapture(program.isEmpty() ? "process " + one.subject() : program, one.status());
    }

    /** The programs that run now, by name. */
    public List<String> running() {
        return List.copyOf(running.values());
    }

    /** The programs' names without their folders. */
    public static List<String> names(List<CaptureEvent.LeftProcess> left) {
        return left.stream().map(process -> baseName(process.image())).toList();
    }

    private static String baseName(String image) {
        return image.substring(image.lastIndexOf('\\') + 1);
    }
}
