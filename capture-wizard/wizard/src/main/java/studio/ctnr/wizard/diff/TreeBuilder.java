package studio.ctnr.wizard.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.change.RegistryChange.OfValue;
import studio.ctnr.engine.change.ValueForm;

/**
 * Makes a {@link DiffTree}. Folders and keys that did not change themselves are there only to hold others: a row of such
 * is left out where it holds one other alone, whose name is then written out, and so are the drive, the root key and
 * {@code Software}, which say nothing.
 */
public final class TreeBuilder {
    private static final int LONGEST_DATA = 512;
    private static final int KEYS_LEFT_OUT = 2;

    private final MemoryChanges changes;
    private final Categories categories;
    private DiffTree tree;
    private int next;

    private TreeBuilder(MemoryChanges changes) {
        this.changes = changes;
        this.categories = new Categories(changes.machine());
    }

    /** @param files what the node of all files is called, and {@code registry} that of the registry */
    public static DiffTree build(MemoryChanges changes, String files, String registry) {
        return new TreeBuilder(changes).build(files, registry);
    }

    /** A node before it has its number. */
    private static final class Draft {
        private final String path;
        private final NodeKind kind;
        private final Object change;
        private final List<Draft> children = new ArrayList<>(0);

        Draft(String path, NodeKind kind, Object change) {
            this.path = path;
            this.kind = kind;
            this.change = change;
        }

        boolean onlyHolds() {
            return change == null && kind.isContainer();
        }

        /** Whether it can make way for what it holds: a file or value would not say any more where it lies. */
        boolean onlyHoldsHolders() {
            return onlyHolds() && children.stream().allMatch(child -> child.kind.isContainer());
        }
    }

    private DiffTree build(String files, String registry) {
        Draft fileRoot = files();
        Draft registryRoot = registry();
        List<Draft> fileRows = rows(fileRoot, 1);
        List<Draft> registryRows = rows(registryRoot, KEYS_LEFT_OUT);
        tree = new DiffTree(changes, 2 + count(fileRows) + count(registryRows));
        place(new Draft("", NodeKind.ROOT, null), fileRows, -1, files);
        place(new Draft("", NodeKind.ROOT, null), registryRows, -1, registry);
        return tree;
    }

    private Draft files() {
        Draft root = new Draft("", NodeKind.ROOT, null);
        Path open = new Path(root);
        for (FileChange change : changes.allFiles()) {
            String path = change.path().toString();
            open.to(path, NodeKind.FOLDER);
            Draft node = new Draft(path, change.folder() ? NodeKind.FOLDER : NodeKind.FILE, change);
            open.add(node);
        }
        return root;
    }

    private Draft registry() {
        Draft root = new Draft("", NodeKind.ROOT, null);
        Path open = new Path(root);
        for (RegistryChange change : changes.allRegistry()) {
            String key = change.key().toString();
            if (change instanceof OfValue) {
                open.to(key + "\\", NodeKind.KEY);
                open.add(new Draft(key, NodeKind.VALUE, change));
            } else {
                open.to(key, NodeKind.KEY);
                open.add(new Draft(key, NodeKind.KEY, change));
            }
        }
        return root;
    }

    /** The holders that are open, outermost first; changes come in the order of their paths. */
    private static final class Path {
        private final List<Draft> open = new ArrayList<>();

        Path(Draft root) {
            open.add(root);
        }

        /** Opens the holders of {@code path}, all of its names but the last. */
        void to(String path, NodeKind kind) {
            while (open.size() > 1 && !holds(open.getLast().path, path)) {
                open.removeLast();
            }
            int from = open.size() == 1 ? 0 : open.getLast().path.length() + 1;
            for (int slash = path.indexOf('\\', from); slash >= 0; slash = path.indexOf('\\', slash + 1)) {
                Draft holder = new Draft(path.substring(0, slash), kind, null);
                open.getLast().children.add(holder);
                open.add(holder);
            }
        }

        void add(Draft node) {
            open.getLast().children.add(node);
            if (node.kind.isContainer()) {
                open.add(node);
            }
        }

        private static boolean holds(String holder, String path) {
            int length = holder.length();
            return path.length() > length
                    && path.charAt(length) == '\\'
                    && path.regionMatches(true, 0, holder, 0, length);
        }
    }

    /** What is shown in the place of {@code holder}'s children: those that only hold something make way for it. */
    private static List<Draft> rows(Draft holder, int levels) {
        List<Draft> rows = new ArrayList<>();
        for (Draft child : holder.children) {
            if (levels > 0 && child.onlyHoldsHolders()) {
                rows.addAll(rows(child, levels - 1));
            } else {
                rows.add(child);
            }
        }
        return rows;
    }

    /** The node itself, or the one that it alone holds. */
    private static Draft shown(Draft node) {
        Draft shown = node;
        while (shown.onlyHolds()
                && shown.children.size() == 1
                && shown.children.getFirst().kind.isContainer()) {
            shown = shown.children.getFirst();
        }
        return shown;
    }

    private static int count(List<Draft> nodes) {
        int count = 0;
        for (Draft node : nodes) {
            count += 1 + count(shown(node).children);
        }
        return count;
    }

    private void place(Draft node, List<Draft> children, int parent, String name) {
        int number = next++;
        tree.parents[number] = parent;
        tree.names[number] = name;
        tree.paths[number] = node.path;
        tree.kinds[number] = node.kind;
        tree.change[number] = node.change;
        describe(number, node);
        for (Draft child : children) {
            Draft shown = shown(child);
            place(shown, shown.children, number, name(shown, node));
        }
        tree.ends[number] = next;
    }

    private void describe(int number, Draft node) {
        String path = node.path.toLowerCase(Locale.ROOT);
        switch (node.change) {
            case FileChange file -> {
                tree.sizes[number] = DiffTree.bytes(file);
                tree.categories[number] = categories.of(file, path);
                tree.search[number] = path;
            }
            case OfValue value -> {
                String data = data(value);
                tree.categories[number] = categories.of(value, path, data);
                tree.search[number] = path + "\\" + (value.name() + " = " + data).toLowerCase(Locale.ROOT);
            }
            case RegistryChange key -> {
                tree.categories[number] = categories.of(key, path, "");
                tree.search[number] = path;
            }
            case null, default -> tree.search[number] = path;
        }
    }

    private static String name(Draft node, Draft parent) {
        if (node.change instanceof OfValue value) {
            return value.name();
        }
        return parent.path.isEmpty() ? node.path : node.path.substring(parent.path.length() + 1);
    }

    static String data(OfValue change) {
        var value = change.after().or(change::before).orElseThrow();
        String line = ValueForm.of(value.type(), value.data()).line();
        return line.length() > LONGEST_DATA ? line.substring(0, LONGEST_DATA) : line;
    }
}
