package studio.ctnr.engine.sandbox.windows.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import studio.ctnr.container.WindowsPath;

/** A drive in memory that writes the records that NTFS would, and shows what a snapshot of it would hold. */
final class ModelDrive implements FileNames {
    private static final int CLOSED = 0x8000_0000;
    private static final int WRITTEN = 0x2;
    private static final int ATTRIBUTES = 0x8000;

    private final Node root = new Node(5, null, "", true);
    private final Map<FileId, Node> nodes = new HashMap<>(Map.of(root.id, root));
    private final boolean named;
    private Consumer<JournalRecord> journal = record -> {};
    private int count = 100;

    /** @param named whether the journal tells names, as it does to an administrator */
    ModelDrive(boolean named) {
        this.named = named;
    }

    private static final class Node {
        private final FileId id;
        private final boolean folder;
        private final Map<String, Node> children = new TreeMap<>();
        private Node parent;
        private String name;
        private int state;

        Node(int id, Node parent, String name, boolean folder) {
            this.id = new FileId(id, 0);
            this.parent = parent;
            this.name = name;
            this.folder = folder;
        }

        boolean liesIn(Node other) {
            return this == other || parent != null && parent.liesIn(other);
        }

        WindowsPath path() {
            return parent == null ? WindowsPath.of("C:\\") : parent.path().resolve(name);
        }

        Stream<Node> all() {
            return Stream.concat(Stream.of(this), children.values().stream().flatMap(Node::all));
        }
    }

    void recordTo(Consumer<JournalRecord> records) {
        journal = records;
    }

    private void record(Node node, int reasons) {
        String name = named ? node.name : "";
        journal.accept(new JournalRecord(node.id, node.parent.id, name, reasons, node.folder));
    }

    private void recordOpenAndClose(Node node, int reasons) {
        record(node, reasons);
        record(node, reasons | CLOSED);
    }

    /** Does one thing that {@code number} chooses, or nothing where that can't be done. */
    void act(int number) {
        int what = Math.floorMod(number, 6);
        Node node = pick(number / 6, root.all().skip(1).toList());
        Node folder = pick(number / 600, root.all().filter(any -> any.folder).toList());
        String name = String.valueOf((char) ('a' + Math.floorMod(number / 60_000, 4)));
        if (what < 2) {
            create(folder, name, what == 0);
        } else if (node != null) {
            switch (what) {
                case 2 -> move(node, folder, name);
                case 3 -> move(node, node.parent, name);
                case 4 -> delete(node);
                default -> change(node);
            }
        }
    }

    private static Node pick(int number, List<Node> nodes) {
        return nodes.isEmpty() ? null : nodes.get(Math.floorMod(number, nodes.size()));
    }

    private void create(Node parent, String name, boolean folder) {
        if (parent.children.containsKey(name)) {
            return;
        }
        Node node = new Node(++count, parent, name, folder);
        node.state = folder ? 0 : count;
        parent.children.put(name, node);
        nodes.put(node.id, node);
        recordOpenAndClose(node, folder ? JournalRecord.CREATED : JournalRecord.CREATED | WRITTEN);
    }

    private void change(Node node) {
        node.state = ++count;
        recordOpenAndClose(node, node.folder ? ATTRIBUTES : WRITTEN);
    }

    private void move(Node node, Node to, String name) {
        Node there = to.children.get(name);
        if (to.liesIn(node) || there == node || there != null && (there.folder || node.folder)) {
            return;
        }
        if (there != null) {
            delete(there);
        }
        record(node, JournalRecord.OLD_NAME);
        node.parent.children.remove(node.name);
        node.parent = to;
        node.name = name;
        to.children.put(name, node);
        recordOpenAndClose(node, JournalRecord.NEW_NAME);
    }

    private void delete(Node node) {
        new ArrayList<>(node.children.values()).forEach(this::delete);
        record(node, JournalRecord.DELETED | CLOSED);
        node.parent.children.remove(node.name);
        nodes.remove(node.id);
    }

    @Override
    public Optional<WindowsPath> path(FileId file) {
        return Optional.ofNullable(nodes.get(file)).map(Node::path);
    }

    /** Each path with what a snapshot says of it. */
    Map<WindowsPath, String> snapshot() {
        Map<WindowsPath, String> all = new TreeMap<>();
        root.all().skip(1).forEach(node -> all.put(node.path(), (node.folder ? "folder " : "file ") + node.state));
        return all;
    }
}
