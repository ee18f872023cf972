package studio.ctnr.container.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.ctnr.container.yaml.YamlNode.Alias;
import studio.ctnr.container.yaml.YamlNode.Entry;
import studio.ctnr.container.yaml.YamlNode.Mapping;
import studio.ctnr.container.yaml.YamlNode.Sequence;
import studio.ctnr.container.yaml.YamlNode.Style;
import studio.ctnr.container.yaml.YamlPath.Index;
import studio.ctnr.container.yaml.YamlPath.Key;

/** One change of a text: finds the place and picks the way to write there. */
final class TextEdit {
    private final YamlText document;
    private final String text;
    private final BlockWriter writer;
    private final BlockEdits block;
    private final FlowEdits flow;

    TextEdit(YamlText document) {
        this.document = document;
        text = document.text();
        writer = Habits.of(text, document.root());
        block = new BlockEdits(text, writer);
        flow = new FlowEdits(text, writer);
    }

    /** Puts {@code value} in the place of the one at {@code path}. */
    String replace(YamlPath path, Object value) {
        if (path.steps().isEmpty()) {
            return replaceRoot(value);
        }
        YamlNode old = node(path);
        return new ValueEdits(text, writer).replace(slot(path), old, value);
    }

    private String replaceRoot(Object value) {
        YamlNode root = document.root();
        String lines = BlockWriter.isNested(value) ? writer.lines(0, value) : writer.inline(value) + writer.lineBreak();
        if (root.start() == root.end()) {
            boolean open = !text.isEmpty() && !text.endsWith("\n") && !text.endsWith("\r");
            return text + (open ? writer.lineBreak() : "") + lines;
        }
        return Splice.replace(
                text,
                root.start(),
                root.end(),
                lines.substring(0, lines.length() - writer.lineBreak().length()));
    }

    private ValueEdits.Slot slot(YamlPath path) {
        YamlNode parent = node(path.parent());
        return switch (path.last()) {
            case Key(String name) -> {
                Mapping map = (Mapping) parent;
                Entry entry = map.entry(name).orElseThrow();
                int colon = colon(entry);
                Optional<FlowWriter> inFlow =
                        map.flow() ? Optional.of(flow.writer(entry.keyStyle() == Style.DOUBLE)) : Optional.empty();
                yield new ValueEdits.Slot(
                        colon < 0 ? entry.keyEnd() : colon + 1, column(entry.start()), false, inFlow, colon < 0);
            }
            case Index(int number) -> {
                Sequence list = (Sequence) parent;
                if (list.flow()) {
                    int start = list.items().get(number).start();
                    yield new ValueEdits.Slot(start, 0, true, Optional.of(flow.writer(false)), false);
                }
                int dash = block.dash(list, number);
                yield new ValueEdits.Slot(dash + 1, column(dash), true, Optional.empty(), false);
            }
        };
    }

    private int colon(Entry entry) {
        int at = entry.keyEnd();
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() && text.charAt(at) == ':' ? at : -1;
    }

    private int column(int offset) {
        return offset - Lines.start(text, offset);
    }

    /** Puts in a key that its map does not have, or an item before the one at {@code path} or behind the last. */
    String insert(YamlPath path, Object value) {
        YamlNode parent = node(path.parent());
        return switch (path.last()) {
            case Key(String name) -> {
                Mapping map = (Mapping) parent;
                int index = place(map, name, document.order().keys(path.parent()));
                yield map.flow() ? flow.insert(map, index, name, value) : block.insert(map, index, name, value);
            }
            case Index(int number) -> {
                Sequence list = (Sequence) parent;
                yield list.flow() ? flow.insert(list, number, value) : block.insert(list, number, value);
            }
        };
    }

    /** Behind the last of those that usually come before it; at the end where there is no usual place. */
    private static int place(Mapping map, String name, List<String> usual) {
        int rank = usual.indexOf(name);
        if (rank < 0) {
            return map.entries().size();
        }
        List<String> before = usual.subList(0, rank);
        int place = 0;
        for (int i = 0; i < map.entries().size(); i++) {
            if (before.contains(map.entries().get(i).key())) {
                place = i + 1;
            }
        }
        boolean anyUsual = map.entries().stream().anyMatch(entry -> usual.contains(entry.key()));
        return anyUsual ? place : map.entries().size();
    }

    /** Takes out what is at {@code path}; in its line a bare comment sign may stay, to keep its neighbours apart. */
    String remove(YamlPath path, boolean leaveMark) {
        YamlNode parent = node(path.parent());
        return switch (parent) {
            case Mapping map when map.entries().size() == 1 && !map.flow() -> replace(path.parent(), Map.of());
            case Sequence list when list.items().size() == 1 && !list.flow() -> replace(path.parent(), List.of());
            case Mapping map -> {
                int index = map.entries()
                        .indexOf(map.entry(((Key) path.last()).name()).orElseThrow());
                yield map.flow() ? flow.remove(map, index) : block.remove(map, index, leaveMark);
            }
            case Sequence list -> {
                int index = ((Index) path.last()).number();
                yield list.flow() ? flow.remove(list, index) : block.remove(list, index, leaveMark);
            }
            default -> throw new YamlEditException("there is no " + path);
        };
    }

    /** The node at {@code path}, which must stand there itself and not elsewhere under an anchor. */
    private YamlNode node(YamlPath path) {
        YamlNode node = document.root();
        for (YamlPath.Step step : path.steps()) {
            if (node instanceof Alias alias) {
                throw new YamlEditException(path + " stands at line "
                        + Lines.number(text, alias.target().start())
                        + " under an anchor, and is only named here; edit it by hand");
            }
            node = YamlText.child(node, step).orElseThrow();
        }
        return node;
    }
}
