package studio.ctnr.wizard.diff;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import studio.ctnr.container.config.Isolation.Mode;
import studio.ctnr.engine.amend.Amendments;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.rules.Judged;
import studio.ctnr.engine.rules.RuleSet;
import studio.ctnr.engine.rules.Selection;
import studio.ctnr.engine.rules.Verdict;

/** The verdicts on all changes of a tree, with their sums for every node; one is made for every decision. */
public final class DiffState {
    private final DiffTree tree;
    private final Verdict[] verdicts;
    private final Amendments amendments;
    private final int[] before;
    private final int[] includedBefore;
    private final long[] bytesBefore;
    private final long[] includedBytesBefore;
    private final Map<Category, Integer> categories = new EnumMap<>(Category.class);

    /** How a node's check box stands. */
    public enum Mark {
        IN,
        PARTLY,
        OUT
    }

    private DiffState(DiffTree tree, Verdict[] verdicts, Amendments amendments) {
        this.tree = tree;
        this.verdicts = verdicts;
        this.amendments = amendments;
        int size = tree.size();
        before = new int[size + 1];
        includedBefore = new int[size + 1];
        bytesBefore = new long[size + 1];
        includedBytesBefore = new long[size + 1];
        int[] counts = new int[Category.values().length];
        for (int node = 0; node < size; node++) {
            boolean counts1 = verdicts[node] != null;
            boolean in = counts1 && verdicts[node].included();
            before[node + 1] = before[node] + (counts1 ? 1 : 0);
            includedBefore[node + 1] = includedBefore[node] + (in ? 1 : 0);
            bytesBefore[node + 1] = bytesBefore[node] + tree.sizes[node];
            includedBytesBefore[node + 1] = includedBytesBefore[node] + (in ? tree.sizes[node] : 0);
            for (int bits = tree.categories[node]; bits != 0; bits &= bits - 1) {
                counts[Integer.numberOfTrailingZeros(bits)]++;
            }
        }
        for (Category category : Category.values()) {
            categories.put(category, counts[category.ordinal()]);
        }
    }

    /** Judges every change of the tree, of which nothing is amended. */
    public static DiffState judge(DiffTree tree, RuleSet rules) throws IOException {
        return judge(tree, rules, Amendments.NONE);
    }

    /** Judges every change of the tree as it was captured. */
    public static DiffState judge(DiffTree tree, RuleSet rules, Amendments amendments) throws IOException {
        Selection selection = Selection.of(tree.changes(), rules);
        Verdict[] verdicts = new Verdict[tree.size()];
        try (Stream<Judged<FileChange>> files = selection.files();
                Stream<Judged<RegistryChange>> registry = selection.registry()) {
            lay(files.iterator(), verdicts, tree, DiffTree.FILES);
            lay(registry.iterator(), verdicts, tree, tree.registry());
        }
        return new DiffState(tree, verdicts, amendments);
    }

    /** The tree has the changes in the order of the change set, with other nodes between. */
    private static <T> void lay(Iterator<Judged<T>> judged, Verdict[] verdicts, DiffTree tree, int root) {
        for (int node = root; node < tree.end(root); node++) {
            if (tree.changed(node)) {
                verdicts[node] = judged.next().verdict();
            }
        }
    }

    public DiffTree tree() {
        return tree;
    }

    /** What was decided on the node itself; empty for one that only holds others. */
    public Optional<Verdict> verdict(int node) {
        return Optional.ofNullable(verdicts[node]);
    }

    /** A value's change, with the data that it is to have. */
    public Optional<RegistryChange.OfValue> value(int node) {
        return tree.value(node).map(amendments::amended);
    }

    /** Whether a value gets other data than was captured. */
    public boolean isAmended(int node) {
        return tree.value(node).filter(amendments::amends).isPresent();
    }

    /** The mode that an engineer gave to just this node's place; empty when none did. */
    public Optional<Mode> mode(int node) {
        return amendments.isolation().isEmpty() || tree.kind(node) == NodeKind.VALUE
                ? Optional.empty()
                : IsolationPlace.of(tree, node).flatMap(amendments::mode);
    }

    public boolean included(int node) {
        return verdicts[node] != null && verdicts[node].included();
    }

    public Mark mark(int node) {
        int in = includedIn(node);
        return in == 0 ? Mark.OUT : in == changesIn(node) ? Mark.IN : Mark.PARTLY;
    }

    /** How many changes the node is and holds. */
    public int changesIn(int node) {
        return before[tree.end(node)] - before[node];
    }

    public int includedIn(int node) {
        return includedBefore[tree.end(node)] - includedBefore[node];
    }

    public long bytesIn(int node) {
        return bytesBefore[tree.end(node)] - bytesBefore[node];
    }

    public long includedBytesIn(int node) {
        return includedBytesBefore[tree.end(node)] - includedBytesBefore[node];
    }

    public int changes() {
        return before[tree.size()];
    }

    public int included() {
        return includedBefore[tree.size()];
    }

    public int excluded() {
        return changes() - included();
    }

    public long bytes() {
        return bytesBefore[tree.size()];
    }

    public long includedBytes() {
        return includedBytesBefore[tree.size()];
    }

    /** How many changes are of a category, whatever was decided on them. */
    public int of(Category category) {
        return categories.get(category);
    }
}
