package studio.ctnr.container.yaml;

import java.util.List;
import studio.ctnr.container.yaml.YamlNode.Mapping;
import studio.ctnr.container.yaml.YamlNode.Sequence;
import studio.ctnr.container.yaml.YamlNode.Style;

/** Adds and removes the entries and items of flow collections, {@code [a, b]} and {@code {a: b}}. */
final class FlowEdits {
    private final String text;
    private final BlockWriter writer;

    FlowEdits(String text, BlockWriter writer) {
        this.text = text;
        this.writer = writer;
    }

    /** How values are written inside {@code map}. */
    FlowWriter writer(boolean quotedKeys) {
        return new FlowWriter(quotedKeys ? Quoting.DOUBLE : writer.quoting(), quotedKeys);
    }

    String insert(Mapping map, int index, String key, Object value) {
        boolean quoted =
                !map.entries().isEmpty() && map.entries().stream().allMatch(entry -> entry.keyStyle() == Style.DOUBLE);
        return insert(map, spots(map), index, writer(quoted).entry(key, value));
    }

    String insert(Sequence list, int index, Object value) {
        return insert(list, spots(list), index, writer(false).write(value));
    }

    String remove(Mapping map, int index) {
        return remove(spots(map), index);
    }

    String remove(Sequence list, int index) {
        return remove(spots(list), index);
    }

    private record Spot(int start, int end) {}

    private static List<Spot> spots(Mapping map) {
        return map.entries().stream()
                .map(entry -> new Spot(entry.start(), entry.end()))
                .toList();
    }

    private static List<Spot> spots(Sequence list) {
        return list.items().stream()
                .map(item -> new Spot(item.start(), item.end()))
                .toList();
    }

    private String insert(YamlNode collection, List<Spot> spots, int index, String what) {
        if (spots.isEmpty()) {
            return Splice.insert(text, collection.start() + 1, what);
        }
        if (index == 0) {
            return Splice.insert(text, spots.getFirst().start, what + ", ");
        }
        Spot before = spots.get(index - 1);
        int line = Lines.start(text, before.start);
        int end = Lines.end(text, before.end);
        String rest = text.substring(before.end, end);
        if (!text.substring(line, before.start).isBlank()
                || !rest.matches("\\s*(,\\s*)?(#.*)?")
                || end == text.length()) {
            return Splice.insert(text, before.end, ", " + what);
        }
        boolean comma = rest.stripLeading().startsWith(",");
        String added = text.substring(line, before.start) + what + (comma ? "," : "") + writer.lineBreak();
        String result = Splice.insert(text, Lines.next(text, end), added);
        return comma ? result : Splice.insert(result, before.end, ",");
    }

    private String remove(List<Spot> spots, int index) {
        Spot spot = spots.get(index);
        int end = afterComma(spot.end);
        boolean last = index == spots.size() - 1;
        String result = withoutLine(spot, end);
        if (last && index > 0 && end == spot.end) {
            int comma = afterComma(spots.get(index - 1).end);
            return Splice.remove(result, comma - 1, comma);
        }
        return result;
    }

    private String withoutLine(Spot spot, int end) {
        int line = Lines.start(text, spot.start);
        int lineEnd = Lines.end(text, end);
        if (text.substring(line, spot.start).isBlank()
                && text.substring(end, lineEnd).matches("\\s*(#.*)?")) {
            return Splice.remove(text, line, Lines.next(text, lineEnd));
        }
        int from = spot.start;
        int to = end;
        if (to < text.length()
                && text.charAt(to) == ' '
                && !text.substring(to, lineEnd).matches(" *(#.*)?")) {
            to++;
        } else {
            while (from > line && text.charAt(from - 1) == ' ') {
                from--;
            }
        }
        return Splice.remove(text, from, to);
    }

    /** The place behind the comma that follows {@code offset}, or {@code offset} where none does. */
    private int afterComma(int offset) {
        int at = offset;
        while (at < text.length() && " \t\r\n#".indexOf(text.charAt(at)) >= 0) {
            at = text.charAt(at) == '#' ? Lines.end(text, at) : at + 1;
        }
        return at < text.length() && text.charAt(at) == ',' ? at + 1 : offset;
    }
}
