package studio.ctnr.container.yaml;

import java.util.List;
import java.util.Optional;
import studio.ctnr.container.yaml.YamlNode.Scalar;
import studio.ctnr.container.yaml.YamlNode.Style;

/** Puts another value in the place of one, with as little change around it as YAML allows. */
final class ValueEdits {
    private final String text;
    private final BlockWriter writer;

    ValueEdits(String text, BlockWriter writer) {
        this.text = text;
        this.writer = writer;
    }

    /**
     * Where a value belongs.
     *
     * @param end right behind the colon or dash; behind the key where a flow map has a key alone
     * @param column of the key or dash
     * @param item whether it is a dash
     * @param flow the writer to use inside a flow collection; empty in block style
     * @param bareKey whether a colon is missing
     */
    record Slot(int end, int column, boolean item, Optional<FlowWriter> flow, boolean bareKey) {}

    String replace(Slot slot, YamlNode old, Object value) {
        if (slot.flow.isPresent()) {
            return inline(slot, old, slot.flow.get().write(value));
        }
        if (!BlockWriter.isNested(value)) {
            return old instanceof Scalar scalar
                    ? inline(slot, old, scalarLike(scalar, value))
                    : inline(slot, old, writer.inline(value));
        }
        return nested(slot, old, value);
    }

    private String scalarLike(Scalar old, Object value) {
        if (!(value instanceof String string)) {
            return writer.inline(value);
        }
        if (old.style() == Style.BLOCK) {
            return LiteralText.like(text, old, string, writer.lineBreak())
                    .orElseGet(() -> ScalarText.of(string, Quoting.DOUBLE));
        }
        return ScalarText.of(string, quoting(old));
    }

    private Quoting quoting(Scalar old) {
        return switch (old.style()) {
            case PLAIN -> old.value() instanceof String ? Quoting.PLAIN : writer.quoting();
            case SINGLE -> Quoting.SINGLE;
            case DOUBLE, BLOCK -> Quoting.DOUBLE;
            case EMPTY -> writer.quoting();
        };
    }

    private String inline(Slot slot, YamlNode old, String what) {
        if (old.start() == old.end()) {
            return Splice.insert(text, slot.end, (slot.bareKey ? ": " : " ") + what);
        }
        int line = Lines.start(text, old.start());
        if (line <= slot.end || slot.flow.isPresent() || old instanceof Scalar) {
            return Splice.replace(text, old.start(), old.end(), what);
        }
        // the old value has lines of its own; comments between it and its key stay
        String without = Splice.remove(text, line, Lines.next(text, old.end()));
        return Splice.insert(without, slot.end, " " + what);
    }

    private String nested(Slot slot, YamlNode old, Object value) {
        int line = Lines.start(text, old.start());
        if (line > slot.end) {
            String without = Splice.remove(text, line, Lines.next(text, old.end()));
            return insertLine(without, line, slot, value);
        }
        int lineEnd = Lines.end(text, old.end());
        if (slot.item && text.substring(old.end(), lineEnd).isBlank()) {
            String item = writer.item(slot.column, value);
            return Splice.replace(text, slot.end - 1, old.end(), unended(item.substring(slot.column)));
        }
        String without = Splice.remove(text, slot.end, old.end());
        int end = Lines.end(without, slot.end);
        return end == without.length()
                ? without + writer.lineBreak() + unended(below(slot, value))
                : insertLine(without, Lines.next(without, end), slot, value);
    }

    private String insertLine(String without, int at, Slot slot, Object value) {
        String lines = below(slot, value);
        boolean atEnd = at == without.length() && !without.endsWith("\n") && !without.endsWith("\r");
        return Splice.insert(without, at, atEnd ? writer.lineBreak() + unended(lines) : lines);
    }

    private String below(Slot slot, Object value) {
        boolean listInList = slot.item && value instanceof List && writer.listStep() == 0;
        return listInList ? writer.lines(slot.column + 2, value) : writer.below(slot.column, value);
    }

    private String unended(String lines) {
        return lines.substring(0, lines.length() - writer.lineBreak().length());
    }
}
