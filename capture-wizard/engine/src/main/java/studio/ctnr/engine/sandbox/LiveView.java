package studio.ctnr.engine.sandbox;

import java.util.Optional;
import java.util.OptionalLong;

/** What can be seen of a machine from outside while a step runs on it; may be asked from any thread. */
public interface LiveView {
    /** Nothing can be seen. */
    LiveView NONE = new LiveView() {};

    /** The machine's own screen; empty where installers show their windows on a screen with a person before it. */
    default Optional<LiveScreen> screen() {
        return Optional.empty();
    }

    /** How many files differ from the clean machine by now, about; empty where that is not known before the end. */
    default OptionalLong changedFiles() {
        return OptionalLong.empty();
    }
}
