package studio.ctnr.engine.smoke;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import studio.ctnr.engine.sandbox.LiveScreen.Input.Key;

/** One thing that a smoke test does, or looks at, in the order of its script. */
public sealed interface SmokeStep {
    /** Starts an entry point; the default one when no name is given. */
    record Start(Optional<String> entry, String arguments) implements SmokeStep {}

    /** Waits until a window is shown whose title matches: {@code *} is any text, {@code ?} one character. */
    record AwaitWindow(String title, Duration limit) implements SmokeStep {}

    /** Waits until the application can see a file of the container's at a path, variables included. */
    record AwaitFile(String path, Duration limit) implements SmokeStep {}

    /** Waits until the whole tree has ended. */
    record AwaitExit(Duration limit) implements SmokeStep {}

    /** Waits until a window is shown and nothing is done any more, or the tree has ended. */
    record AwaitQuiet(Duration limit) implements SmokeStep {}

    /** Closes the windows as a person does; what is left after ten seconds, or shows none, is ended. */
    record Close() implements SmokeStep {}

    /** Presses keys one after another, in the window that has the keyboard. */
    record Press(List<Key> keys) implements SmokeStep {
        public Press {
            keys = List.copyOf(keys);
        }
    }

    /**
     * Clicks into a window, which is waited for.
     *
     * @param title the window's, as in {@link AwaitWindow}
     * @param at what is clicked in it
     */
    record Click(String title, Spot at, Duration limit) implements SmokeStep {}

    /** A place in a window. */
    sealed interface Spot {
        /** The middle of a button, which is waited for, by its label, with wildcards as a title has them. */
        record Button(String label) implements Spot {}

        /** In pixels from the upper left corner of what is inside the window's frame. */
        record Pixel(int x, int y) implements Spot {}
    }

    /** Looks at the exit code of the application that was started last, which has ended. */
    record ExpectExit(long code) implements SmokeStep {}

    /** Looks whether the container has a file at a path. */
    record ExpectFile(String path, boolean there) implements SmokeStep {}
}
