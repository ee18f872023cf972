package studio.ctnr.wizard.diff;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import studio.ctnr.engine.change.ChangeKind;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.FileState;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.change.Writer;
import studio.ctnr.engine.change.Writing;

/**
 * The changes of a capture as a tree. Its nodes are numbers in the order in which a fully opened tree shows them, so that
 * what lies in a node is the range from it to its {@linkplain #end end}: sums over a subtree are two array reads, and a
 * hundred thousand nodes are a handful of arrays. It never changes; what is decided about it is a {@link DiffState}.
 */
public final class DiffTree {
    /** The node of all files. */
    public static final int FILES = 0;

    final MemoryChanges changes;
    final String[] names;
    final String[] paths;
    final String[] search;
    final int[] parents;
    final int[] ends;
    final NodeKind[] kinds;
    final Object[] change;
    final int[] categories;
    final long[] sizes;

    DiffTree(MemoryChanges changes, int size) {
        this.changes = changes;
        names = new String[size];
        paths = new String[size];
        search = new String[size];
        parents = new int[size];
        ends = new int[size];
        kinds = new NodeKind[size];
        change = new Object[size];
        categories = new int[size];
        sizes = new long[size];
    }

    public int size() {
        return names.length;
    }

    /** The node of the registry. */
    public int registry() {
        return ends[FILES];
    }

    /** The node that holds this one; -1 for a root. */
    public int parent(int node) {
        return parents[node];
    }

    /** The node behind the last one that lies in this one. */
    public int end(int node) {
        return ends[node];
    }

    /** As the row says it: several names where those between hold nothing else. */
    public String name(int node) {
        return names[node];
    }

    /** The whole path or key; of a value, its key. */
    public String path(int node) {
        return paths[node];
    }

    public NodeKind kind(int node) {
        return kinds[node];
    }

    /** Whether it lies in the registry, its root included. */
    public boolean inRegistry(int node) {
        return node >= registry();
    }

    /** Whether something happened to the node itself, and not only to what lies in it. */
    public boolean changed(int node) {
        return change[node] != null;
    }

    public Optional<FileChange> file(int node) {
        return change[node] instanceof FileChange file ? Optional.of(file) : Optional.empty();
    }

    public Optional<RegistryChange.OfValue> value(int node) {
        return change[node] instanceof RegistryChange.OfValue value ? Optional.of(value) : Optional.empty();
    }

    public Optional<ChangeKind> happened(int node) {
        return switch (change[node]) {
            case FileChange file -> Optional.of(file.kind());
            case RegistryChange registry -> Optional.of(registry.kind());
            case null, default -> Optional.empty();
        };
    }

    /** Who made it what it is; empty where nobody saw it. */
    public Optional<Writer> writer(int node) {
        Optional<Writing> writing = switch (change[node]) {
            case FileChange file -> file.writing();
            case RegistryChange registry -> registry.writing();
            case null, default -> Optional.empty();
        };
        return changes.processes().writer(writing);
    }

    /** Whether it is known of any change who made it. */
    public boolean knowsWriters() {
        return !changes.processes().processes().isEmpty();
    }

    /** Of a file: what it takes now; 0 for everything else. */
    public long bytes(int node) {
        return sizes[node];
    }

    public Set<Category> categories(int node) {
        return Category.of(categories[node]);
    }

    /** The node of a path or key (with a value's name), if it is a row of its own. */
    public Optional<Integer> find(String path, Optional<String> value) {
        return IntStream.range(0, size())
                .filter(node -> path.equalsIgnoreCase(paths[node]))
                .filter(node -> value.map(name -> value(node, name)).orElse(kinds[node] != NodeKind.VALUE))
                .boxed()
                .findFirst();
    }

    public MemoryChanges changes() {
        return changes;
    }

    private boolean value(int node, String name) {
        return change[node] instanceof RegistryChange.OfValue value
                && value.name().equalsIgnoreCase(name);
    }

    static long bytes(FileChange change) {
        return change.after().map(FileState::size).orElse(0L);
    }
}
