package studio.ctnr.engine.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.ctnr.container.WindowsNames;

/**
 * Matches one path after another against a {@link GlobIndex}, and keeps what it found for the folders that the next path
 * shares with this one: paths in order cost little more than their last names. For one thread.
 */
final class GlobWalk {
    /**
     * What matched down to one name of a path.
     *
     * @param end where the name ends in the path
     * @param active the globs that are still possible
     * @param here ranks of the globs that mean this very path
     * @param all those, and the ranks of the globs that mean a folder that it lies in; ascending
     */
    record Frame(int end, List<GlobIndex.Node> active, int[] here, int[] all) {}

    private static final int[] NONE = {};

    private final List<Frame> frames = new ArrayList<>();
    private final Frame start;
    private String previous = "";

    GlobWalk(GlobIndex index) {
        this.start = new Frame(-1, index.start(), NONE, NONE);
    }

    /** @param path names with back slashes between */
    Frame at(String path) {
        dropBeyond(path, sharedWith(path));
        int end = frames.isEmpty() ? -1 : frames.getLast().end();
        while (end < path.length()) {
            int next = path.indexOf('\\', end + 1);
            next = next < 0 ? path.length() : next;
            if (next > end + 1) {
                push(path.substring(end + 1, next), next);
            }
            end = next;
        }
        previous = path;
        return frames.isEmpty() ? start : frames.getLast();
    }

    private void push(String name, int end) {
        Frame parent = frames.isEmpty() ? start : frames.getLast();
        if (parent.active().isEmpty()) {
            frames.add(new Frame(end, parent.active(), NONE, parent.all()));
            return;
        }
        List<GlobIndex.Node> active = GlobIndex.step(parent.active(), WindowsNames.fold(name));
        int[] here = GlobIndex.ranks(active);
        frames.add(new Frame(end, active, here, union(parent.all(), here)));
    }

    private int sharedWith(String path) {
        int mismatch = 0;
        int length = Math.min(path.length(), previous.length());
        while (mismatch < length && path.charAt(mismatch) == previous.charAt(mismatch)) {
            mismatch++;
        }
        return mismatch;
    }

    /** Keeps the names that end within the first {@code shared} characters in both paths. */
    private void dropBeyond(String path, int shared) {
        while (!frames.isEmpty()) {
            int end = frames.getLast().end();
            if (end <= shared && (end == path.length() || path.charAt(end) == '\\')) {
                return;
            }
            frames.removeLast();
        }
    }

    private static int[] union(int[] some, int[] others) {
        if (others.length == 0) {
            return some;
        }
        int[] both = Arrays.copyOf(some, some.length + others.length);
        System.arraycopy(others, 0, both, some.length, others.length);
        return Arrays.stream(both).sorted().distinct().toArray();
    }
}
