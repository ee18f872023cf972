package studio.ctnr.container.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A random tree of values, and a text that says it in one of the many ways in which people write YAML. */
final class RandomDocument {
    private static final List<String> TEXTS = List.of(
            "a",
            "no",
            "1.0",
            "C:\\Program Files\\App",
            "it's",
            "say \"hi\"",
            "a: b",
            "x # y",
            "*star",
            "&and",
            "- dash",
            "",
            " ",
            "ünï",
            "日本",
            "😀 smile",
            "line one\nline two\n",
            "tab\there",
            "%APPDATA%",
            "null",
            "true",
            "key:",
            "long text of several words",
            "{curly}",
            "[square]",
            "a, b",
            "!bang",
            "|",
            ">",
            "@at",
            "`tick",
            "\u0007bell",
            "end\n\n",
            "\n",
            "trailing ",
            "0x1F",
            "12:30",
            "~",
            "#",
            "---",
            "...",
            "a\r\nb",
            "\u2028",
            "\ufeffbom");
    private static final List<String> KEYS =
            List.of("id", "name", "env", "value", "a b", "ü", "no", "x.y", "1", "k:", "key", "list", "deep", "#h");

    private final Random random;
    private final int step;
    private final int listStep;
    private final String lineBreak;
    private final StringBuilder out = new StringBuilder();
    private final Map<String, Object> tree;
    private boolean afterLiteral;

    RandomDocument(long seed) {
        random = new Random(seed);
        step = 1 + random.nextInt(4);
        listStep = random.nextInt(5);
        lineBreak = random.nextInt(4) == 0 ? "\r\n" : "\n";
        tree = map(0);
        noise(0);
        if (tree.isEmpty()) {
            out.append(random.nextBoolean() ? "{}" : "{ }").append(lineBreak);
        } else {
            entries(0, tree);
        }
        noise(0);
        if (!afterLiteral
                && random.nextInt(5) == 0
                && out.toString().stripTrailing().length() == out.length() - lineBreak.length()) {
            out.setLength(out.length() - lineBreak.length());
        }
    }

    String text() {
        return out.toString();
    }

    Map<String, Object> tree() {
        return tree;
    }

    Random random() {
        return random;
    }

    Object value(int depth) {
        return switch (random.nextInt(depth > 3 ? 6 : 10)) {
            case 0 -> random.nextBoolean();
            case 1 -> BigDecimal.valueOf(1 + random.nextInt(9));
            case 2 -> null;
            case 3, 4, 5 -> TEXTS.get(random.nextInt(TEXTS.size()));
            case 6, 7 -> list(depth + 1);
            default -> map(depth + 1);
        };
    }

    String key() {
        return KEYS.get(random.nextInt(KEYS.size()));
    }

    private Map<String, Object> map(int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            map.put(key(), value(depth));
        }
        return map;
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(depth));
        }
        return list;
    }

    private void noise(int column) {
        while (random.nextInt(5) == 0) {
            switch (afterLiteral ? 3 : random.nextInt(3)) {
                case 0 -> out.append(lineBreak);
                case 3 -> out.append("# at the margin").append(lineBreak);
                case 1 -> out.repeat(' ', column).append("# note: - [x").append(lineBreak);
                default ->
                    out.repeat(' ', random.nextInt(6)).append("# \"quote").append(lineBreak);
            }
        }
    }

    private void endLine() {
        afterLiteral = false;
        out.append(random.nextInt(5) == 0 ? "  # why" : random.nextInt(9) == 0 ? "  " : "")
                .append(lineBreak);
    }

    private void entries(int column, Map<?, ?> map) {
        boolean first = true;
        for (var entry : map.entrySet()) {
            if (!first || Lines.start(out.toString(), out.length()) == out.length()) {
                noise(column);
                out.repeat(' ', column);
            }
            first = false;
            out.append(keyText((String) entry.getKey())).append(random.nextInt(9) == 0 ? " :" : ":");
            value(entry.getValue(), column, column + (entry.getValue() instanceof List ? listStep : step));
        }
    }

    private void items(int column, List<?> list) {
        boolean first = true;
        for (Object item : list) {
            if (!first || Lines.start(out.toString(), out.length()) == out.length()) {
                noise(column);
                out.repeat(' ', column);
            }
            first = false;
            out.append('-');
            if (BlockWriter.isNested(item) && random.nextInt(3) > 0) {
                out.append(' ');
                nested(item, column + 2);
            } else {
                value(item, column, column + Math.max(1, step));
            }
        }
    }

    private void nested(Object value, int column) {
        if (value instanceof Map<?, ?> map) {
            entries(column, map);
        } else {
            items(column, (List<?>) value);
        }
    }

    private void value(Object value, int column, int inner) {
        if (BlockWriter.isNested(value) && random.nextInt(4) > 0) {
            endLine();
            nested(value, inner);
        } else if (value == null && random.nextBoolean()) {
            endLine();
        } else if (value instanceof String text && isLiteral(text) && random.nextBoolean()) {
            out.append(text.endsWith("\n\n") ? " |+" : text.endsWith("\n") ? " |" : " |-")
                    .append(lineBreak);
            afterLiteral = true;
            int indent = column + 1 + random.nextInt(3);
            String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
            for (String line : body.split("\n", -1)) {
                out.repeat(' ', line.isEmpty() ? 0 : indent).append(line).append(lineBreak);
            }
        } else {
            out.append(' ').append(flow(value, column + 1));
            endLine();
        }
    }

    private static boolean isLiteral(String text) {
        return text.matches("(?s)[a-zA-Z].*") && text.indexOf('\r') < 0;
    }

    private String flow(Object value, int column) {
        List<String> parts = new ArrayList<>();
        String separator = random.nextInt(4) == 0 ? lineBreak + " ".repeat(column) : random.nextBoolean() ? " " : "";
        switch (value) {
            case Map<?, ?> map ->
                map.forEach((key, child) -> parts.add(keyText((String) key) + ": " + flow(child, column + 1)));
            case List<?> list -> list.forEach(child -> parts.add(flow(child, column + 1)));
            case null, default -> {
                return ScalarText.of(value, Quoting.values()[random.nextInt(3)]);
            }
        }
        boolean comments = separator.startsWith(lineBreak) && random.nextBoolean();
        String body = separator + String.join((comments ? ", # c" : ",") + separator, parts);
        String trailing = !parts.isEmpty() && random.nextInt(5) == 0 ? "," : "";
        String end = body + trailing + (comments ? " # e" : "") + separator;
        return value instanceof Map ? "{" + end + "}" : "[" + end + "]";
    }

    private String keyText(String key) {
        return random.nextInt(3) == 0 ? ScalarText.of(key, Quoting.DOUBLE) : ScalarText.key(key);
    }
}
