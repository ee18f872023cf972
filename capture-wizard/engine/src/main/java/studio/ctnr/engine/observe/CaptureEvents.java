package studio.ctnr.engine.observe;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import studio.ctnr.engine.observe.CaptureEvent.Ended;
import studio.ctnr.engine.observe.CaptureEvent.InstallerBusy;
import studio.ctnr.engine.observe.CaptureEvent.Killed;
import studio.ctnr.engine.observe.CaptureEvent.LeftProcess;
import studio.ctnr.engine.observe.CaptureEvent.ProcessEnded;
import studio.ctnr.engine.observe.CaptureEvent.ProcessStarted;
import studio.ctnr.engine.observe.CaptureEvent.Started;
import studio.ctnr.engine.observe.CaptureEvent.TimedOut;
import studio.ctnr.engine.observe.CaptureEvent.Waiting;
import studio.ctnr.engine.observe.CaptureEvent.WindowClosed;
import studio.ctnr.engine.observe.CaptureEvent.WindowShown;
import studio.ctnr.engine.observe.CaptureEvent.Working;

/**
 * Reads the events of {@code capture.exe run} as they come, from its standard output or from the file that it writes.
 * Events and fields of a newer program are passed over. What runs in the sandbox may have written to the file as well,
 * so that long lines and deep nesting are refused.
 */
public final class CaptureEvents implements AutoCloseable {
    private final JsonLineReader lines;

    /** Reads from {@code events}, UTF-8, and closes it in the end. */
    public CaptureEvents(InputStream events, String name) {
        lines = new JsonLineReader(events, name);
    }

    /**
     * The next event, waiting for it where the stream does; empty at the stream's end.
     *
     * @throws IOException when the stream breaks or a line is not an event, which is then named by its number
     */
    public Optional<CaptureEvent> next() throws IOException {
        for (Optional<JsonLine> line = lines.next(); line.isPresent(); line = lines.next()) {
            Optional<CaptureEvent> event = read(line.get());
            if (event.isPresent()) {
                return event;
            }
        }
        return Optional.empty();
    }

    private static Optional<CaptureEvent> read(JsonLine line) throws IOException {
        return Optional.ofNullable(
                switch (line.text("event")) {
                    case "start" -> new Started(line.time("time"), line.number("pid"), line.text("command"));
                    case "process" ->
                        new ProcessStarted(
                                line.time("time"), line.number("pid"), line.number("parent"), line.text("image"));
                    case "process-exit" ->
                        new ProcessEnded(line.time("time"), line.number("pid"), line.numberOrNull("code"));
                    case "window" ->
                        new WindowShown(
                                line.time("time"),
                                line.number("window"),
                                line.number("pid"),
                                line.text("class"),
                                line.text("title"),
                                line.texts("text"),
                                line.texts("buttons"));
                    case "window-closed" ->
                        new WindowClosed(line.time("time"), line.number("window"), line.number("pid"));
                    case "waiting" -> new Waiting(line.time("time"), line.time("idle"), line.numbers("windows"));
                    case "working" -> new Working(line.time("time"));
                    case "installer-busy" -> new InstallerBusy(line.time("time"), line.numbers("pids"));
                    case "not-observed" ->
                        new CaptureEvent.NotObserved(line.time("time"), line.text("subject"), line.number("status"));
                    case "timeout" -> new TimedOut(line.time("time"));
                    case "gave-up" -> new CaptureEvent.GaveUp(line.time("time"));
                    case "killed" -> new Killed(line.time("time"));
                    case "error" ->
                        new CaptureEvent.Failed(line.time("time"), line.number("code"), line.text("message"));
                    case "exit" ->
                        new Ended(
                                line.time("time"),
                                line.numberOrNull("code"),
                                line.time("elapsed"),
                                line.truth("timedOut"),
                                line.objects("left", left -> new LeftProcess(left.number("pid"), left.text("image"))));
                    default -> null;
                });
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
