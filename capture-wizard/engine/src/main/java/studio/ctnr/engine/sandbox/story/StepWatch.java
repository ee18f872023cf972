package studio.ctnr.engine.sandbox.story;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.ctnr.engine.change.Unobserved;
import studio.ctnr.engine.observe.who.Observation;
import studio.ctnr.engine.observe.who.ObservationFeed;
import studio.ctnr.engine.sandbox.StepListener;

/** Takes in what a step's processes are seen to change, and says how much that is. Does nothing unobserved. */
public final class StepWatch implements AutoCloseable {
    private static final long PAUSE_NANOS = 200_000_000;

    private final Optional<Observation> observation;
    private final Optional<ObservationFeed> feed;
    private final StepListener listener;
    private long said = System.nanoTime() - PAUSE_NANOS;
    private boolean news;

    /** @param file that capture.exe writes what it observes to; it need not be there yet */
    public StepWatch(Path file, Optional<Observation> observation, StepListener listener) {
        this.observation = observation;
        this.feed = observation.map(into -> new ObservationFeed(file, into));
        this.listener = listener;
    }

    /** Takes in what there is by now. */
    public void look() throws IOException {
        if (feed.isPresent()) {
            news |= feed.get().read();
            if (news && System.nanoTime() - said >= PAUSE_NANOS) {
                say();
            }
        }
    }

    private void say() {
        Observation seen = observation.orElseThrow();
        listener.changed(seen.fileCount(), seen.valueCount());
        said = System.nanoTime();
        news = false;
    }

    /** What could not be observed, as far as it was told there by now; nothing when nothing was to be. */
    public List<Unobserved> unobserved() {
        return feed.map(ObservationFeed::unobserved).orElse(List.of());
    }

    /** What was written last is taken in, too. */
    @Override
    public void close() throws IOException {
        if (feed.isPresent()) {
            feed.get().read();
            say();
            feed.get().close();
        }
    }
}
