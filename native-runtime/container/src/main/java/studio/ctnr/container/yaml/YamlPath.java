package studio.ctnr.container.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * The way to a value: keys by dots and list indexes in brackets, such as {@code entrypoints[0].name}. A key that has
 * dots or brackets of its own is written in brackets and quotes: {@code x["a.b"]}.
 *
 * @param steps outermost first; none leads to the whole document
 */
public record YamlPath(List<Step> steps) {
    public static final YamlPath ROOT = new YamlPath(List.of());

    public sealed interface Step {}

    public record Key(String name) implements Step {}

    public record Index(int number) implements Step {}

    public YamlPath {
        steps = List.copyOf(steps);
    }

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException naming the place that can't be read
     */
    public static YamlPath of(String text) {
        return new Reader(text).read();
    }

    public YamlPath key(String name) {
        return then(new Key(name));
    }

    public YamlPath index(int number) {
        return then(new Index(number));
    }

    public YamlPath then(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new YamlPath(longer);
    }

    /** The way to what holds the value; the root has none. */
    public YamlPath parent() {
        return new YamlPath(steps.subList(0, steps.size() - 1));
    }

    public Step last() {
        return steps.getLast();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            switch (step) {
                case Index index -> text.append('[').append(index.number).append(']');
                case Key(String name)
                when name.isEmpty() || name.matches(".*[.\\[\\]\"].*") ->
                    text.append("[\"").append(name.replace("\"", "\\\"")).append("\"]");
                case Key(String name) -> text.append(text.isEmpty() ? "" : ".").append(name);
            }
        }
        return text.toString();
    }

    private static final class Reader {
        private final String text;
        private final List<Step> steps = new ArrayList<>();
        private int at;

        Reader(String text) {
            this.text = text;
        }

        YamlPath read() {
            while (at < text.length()) {
                if (text.startsWith("[\"", at)) {
                    quoted();
                } else if (text.charAt(at) == '[') {
                    index();
                } else {
                    key();
                }
            }
            return new YamlPath(steps);
        }

        private void key() {
            if (!steps.isEmpty() && text.charAt(at++) != '.') {
                throw wrong("a dot is missing");
            }
            int from = at;
            while (at < text.length() && ".[]".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            if (at == from) {
                throw wrong("a key is missing");
            }
            steps.add(new Key(text.substring(from, at)));
        }

        private void index() {
            int close = text.indexOf(']', at);
            String digits = close < 0 ? "" : text.substring(at + 1, close);
            if (!digits.matches("[0-9]{1,6}")) {
                throw wrong("an index such as [0] is expected");
            }
            steps.add(new Index(Integer.parseInt(digits)));
            at = close + 1;
        }

        private void quoted() {
            StringBuilder name = new StringBuilder();
            for (at += 2; at < text.length() && text.charAt(at) != '"'; at++) {
                if (text.startsWith("\\\"", at)) {
                    at++;
                }
                name.append(text.charAt(at));
            }
            if (!text.startsWith("\"]", at)) {
                throw wrong("the end of [\"…\"] is missing");
            }
            at += 2;
            steps.add(new Key(name.toString()));
        }

        private IllegalArgumentException wrong(String why) {
            return new IllegalArgumentException(
                    "Not a path such as entrypoints[0].name: " + text + " (" + why + " at character " + (at + 1) + ")");
        }
    }
}
