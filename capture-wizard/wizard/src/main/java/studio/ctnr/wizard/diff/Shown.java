package studio.ctnr.wizard.diff;

import java.util.ArrayList;
import java.util.List;

/** What of a tree a filter shows: the nodes that match, and those that hold one. */
public final class Shown {
    private final DiffState state;
    private final DiffFilter filter;
    private final int[] matchesBefore;
    private final long[] bytesBefore;

    private Shown(DiffState state, DiffFilter filter, int[] matchesBefore, long[] bytesBefore) {
        this.state = state;
        this.filter = filter;
        this.matchesBefore = matchesBefore;
        this.bytesBefore = bytesBefore;
    }

    /** @throws TextFilter.SearchGivenUp when its expression takes too long, or the thread is interrupted */
    public static Shown of(DiffState state, DiffFilter filter) {
        DiffTree tree = state.tree();
        int size = tree.size();
        int[] matches = new int[size + 1];
        long[] bytes = new long[size + 1];
        int wanted = Category.bits(filter.categories());
        TextFilter.Search search = filter.text().search();
        boolean anyText = filter.text().isAny();
        for (int node = 0; node < size; node++) {
            boolean match = tree.change[node] != null
                    && (tree.categories[node] & wanted) == wanted
                    && !(filter.excludedOnly() && state.included(node))
                    && (anyText || search.finds(tree.search[node]));
            matches[node + 1] = matches[node] + (match ? 1 : 0);
            bytes[node + 1] = bytes[node] + (match ? tree.sizes[node] : 0);
        }
        return new Shown(state, filter, matches, bytes);
    }

    public DiffState state() {
        return state;
    }

    public DiffFilter filter() {
        return filter;
    }

    /** How many changes match. */
    public int matches() {
        return matchesBefore[matchesBefore.length - 1];
    }

    public long bytes() {
        return bytesBefore[bytesBefore.length - 1];
    }

    /** Whether a row is shown for it: it matches, or holds a match. */
    public boolean shows(int node) {
        return matchesIn(node) > 0;
    }

    /** How many matches the node is and holds. */
    public int matchesIn(int node) {
        return matchesBefore[state.tree().end(node)] - matchesBefore[node];
    }

    /** The rows right below a node. */
    public List<Integer> children(int node) {
        DiffTree tree = state.tree();
        List<Integer> children = new ArrayList<>();
        for (int child = node + 1; child < tree.end(node); child = tree.end(child)) {
            if (shows(child)) {
                children.add(child);
            }
        }
        return children;
    }

    public boolean hasChildren(int node) {
        return matchesBefore[state.tree().end(node)] > matchesBefore[node + 1];
    }

    /** The roots, an empty one too: "nothing in the registry" is worth knowing. */
    public List<Integer> roots() {
        return List.of(DiffTree.FILES, state.tree().registry());
    }
}
