package studio.ctnr.container.yaml;

import studio.ctnr.container.yaml.YamlNode.Entry;
import studio.ctnr.container.yaml.YamlNode.Mapping;
import studio.ctnr.container.yaml.YamlNode.Scalar;
import studio.ctnr.container.yaml.YamlNode.Sequence;
import studio.ctnr.container.yaml.YamlNode.Style;

/** Learns from a text how its author writes, so that what is added looks as if the author had added it. */
final class Habits {
    private final String text;
    private final int[] styles = new int[Style.values().length];
    private int step;
    private int listStep = -1;

    private Habits(String text) {
        this.text = text;
    }

    /** How to write in {@code text}; the standard way in whatever it shows nothing of. */
    static BlockWriter of(String text, YamlNode root) {
        Habits habits = new Habits(text);
        habits.look(root);
        return new BlockWriter(
                habits.quoting(),
                habits.step > 0 ? habits.step : BlockWriter.STANDARD.step(),
                habits.listStep >= 0 ? habits.listStep : BlockWriter.STANDARD.listStep(),
                Lines.breakOf(text));
    }

    private Quoting quoting() {
        int plain = styles[Style.PLAIN.ordinal()];
        int single = styles[Style.SINGLE.ordinal()];
        int quoted = styles[Style.DOUBLE.ordinal()];
        if (quoted >= plain && quoted >= single) {
            return Quoting.DOUBLE;
        }
        return plain >= single ? Quoting.PLAIN : Quoting.SINGLE;
    }

    private void look(YamlNode node) {
        switch (node) {
            case Scalar scalar
            when scalar.value() instanceof String -> styles[scalar.style().ordinal()]++;
            case Sequence sequence -> sequence.items().forEach(this::look);
            case Mapping mapping -> mapping.entries().forEach(entry -> look(entry, mapping.flow()));
            default -> {}
        }
    }

    private void look(Entry entry, boolean flow) {
        int column = column(entry.start());
        if (!flow && step == 0 && entry.value() instanceof Mapping inner && !inner.flow()) {
            step = column(inner.start()) - column;
        }
        if (!flow && listStep < 0 && entry.value() instanceof Sequence inner && !inner.flow()) {
            listStep = column(inner.start()) - column;
        }
        look(entry.value());
    }

    private int column(int offset) {
        return offset - Lines.start(text, offset);
    }
}
