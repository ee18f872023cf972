package studio.ctnr.container.yaml;

import java.util.List;
import studio.ctnr.container.yaml.YamlNode.Entry;
import studio.ctnr.container.yaml.YamlNode.Mapping;
import studio.ctnr.container.yaml.YamlNode.Sequence;

/** Adds and removes the entries and items of block collections, by whole lines wherever they have lines of their own. */
final class BlockEdits {
    private final String text;
    private final BlockWriter writer;

    BlockEdits(String text, BlockWriter writer) {
        this.text = text;
        this.writer = writer;
    }

    String insert(Mapping map, int index, String key, Object value) {
        int column = column(map.entries().getFirst().start());
        return insert(index, spots(map), column, writer.entry(column, key, value));
    }

    String insert(Sequence list, int index, Object value) {
        List<Spot> spots = spots(list);
        int column = column(spots.getFirst().start);
        return insert(index, spots, column, writer.item(column, value));
    }

    String remove(Mapping map, int index, boolean leaveMark) {
        return remove(spots(map), index, leaveMark);
    }

    String remove(Sequence list, int index, boolean leaveMark) {
        return remove(spots(list), index, leaveMark);
    }

    /** The dash of an item. */
    int dash(Sequence list, int index) {
        return spots(list).get(index).start;
    }

    /** One entry or item: from its key or dash to where its value ends. */
    private record Spot(int start, int end) {}

    private List<Spot> spots(Mapping map) {
        return map.entries().stream()
                .map((Entry entry) -> new Spot(entry.start(), entry.end()))
                .toList();
    }

    private List<Spot> spots(Sequence list) {
        int column = column(list.start());
        int[] from = {list.start()};
        return list.items().stream()
                .map(item -> {
                    int dash = nextDash(from[0], column);
                    from[0] = Lines.next(text, item.end());
                    return new Spot(dash, Math.max(dash + 1, item.end()));
                })
                .toList();
    }

    private int nextDash(int from, int column) {
        for (int at = from; at < text.length(); at = Lines.next(text, at)) {
            int dash = at == from && column(at) == column ? at : at + column;
            if (dash < text.length() && text.charAt(dash) == '-' && isBlank(at, dash)) {
                return dash;
            }
        }
        throw new YamlEditException("the list at line " + Lines.number(text, from)
                + " is written in a way that can't be edited item by item");
    }

    private String insert(int index, List<Spot> spots, int column, String lines) {
        if (index == 0) {
            // goes where the first one starts, which may be behind a dash; that one then gets a line of its own
            return Splice.insert(text, spots.getFirst().start, lines.substring(column) + " ".repeat(column));
        }
        return insertAfterLineOf(spots.get(index - 1).end, lines);
    }

    private String insertAfterLineOf(int offset, String lines) {
        int end = Lines.end(text, offset);
        return end == text.length()
                ? text
                        + writer.lineBreak()
                        + lines.substring(0, lines.length() - writer.lineBreak().length())
                : Splice.insert(text, Lines.next(text, end), lines);
    }

    private String remove(List<Spot> spots, int index, boolean leaveMark) {
        Spot spot = spots.get(index);
        int line = Lines.start(text, spot.start);
        if (leaveMark) {
            return Splice.replace(text, spot.start, Lines.end(text, spot.end), "#");
        }
        if (isBlank(line, spot.start)) {
            return Splice.remove(text, line, Lines.next(text, spot.end));
        }
        int next = spots.get(index + 1).start;
        if (text.substring(spot.end, next).isBlank()) {
            return Splice.remove(text, spot.start, next);
        }
        // comments stand between: the dash before it keeps the line, and the rest stays where it is
        int from = spot.start;
        while (text.charAt(from - 1) == ' ') {
            from--;
        }
        return Splice.remove(text, from, Lines.end(text, spot.end));
    }

    private boolean isBlank(int from, int to) {
        return text.substring(from, to).isBlank();
    }

    private int column(int offset) {
        return offset - Lines.start(text, offset);
    }
}
