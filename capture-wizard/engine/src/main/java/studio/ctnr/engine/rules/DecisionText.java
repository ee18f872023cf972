package studio.ctnr.engine.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The text of {@code verdicts.yml}, patched by whole lines. */
final class DecisionText {
    private static final String HEAD = """
            # What the engineer decided for this capture: it wins over every rule, the closest pattern over the others.
            verdicts:
            """;
    private static final Pattern EMPTY_LIST = Pattern.compile("verdicts:\\s*(\\[\\s*\\]|~|null)?\\s*(#.*)?");

    private final List<String> lines;
    private final List<Decisions.Item> items;

    DecisionText(String text, List<Decisions.Item> items) {
        this.lines = new ArrayList<>(text.isEmpty() ? List.of() : Arrays.asList(text.split("\n", -1)));
        if (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        this.items = items;
    }

    String with(Decision decision) {
        Optional<Decisions.Item> same = find(decision);
        if (same.isPresent()) {
            int column = column(same.get());
            List<String> place = lines.subList(same.get().first(), end(same.get()));
            place.clear();
            place.addAll(item(decision, column));
        } else if (items.isEmpty()) {
            startList();
            lines.addAll(listLine() + 1, item(decision, 2));
        } else {
            Decisions.Item last = items.getLast();
            lines.addAll(end(last), item(decision, column(last)));
        }
        return text();
    }

    String without(Decision decision) {
        find(decision).ifPresent(item -> lines.subList(item.first(), end(item)).clear());
        return text();
    }

    private Optional<Decisions.Item> find(Decision decision) {
        return items.stream()
                .filter(item -> item.decision().sameTarget(decision))
                .findFirst();
    }

    /** Where the item's dash stands. */
    private int column(Decisions.Item item) {
        return lines.get(item.first()).indexOf('-');
    }

    /** The line after the item's last, empty ones aside: YAML counts those to a folded text. */
    private int end(Decisions.Item item) {
        int end = item.end();
        while (lines.get(end - 1).isBlank()) {
            end--;
        }
        return end;
    }

    private void startList() {
        int at = listLine();
        if (at < 0) {
            lines.addAll(HEAD.lines().toList());
        } else {
            lines.set(at, "verdicts:");
        }
    }

    private int listLine() {
        for (int i = 0; i < lines.size(); i++) {
            if (EMPTY_LIST.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> item(Decision decision, int column) {
        String indent = " ".repeat(column);
        List<String> item = new ArrayList<>();
        String key = decision.outcome() == Outcome.INCLUDE ? "include" : "exclude";
        item.add("%s- %s: %s".formatted(indent, key, quoted(decision.pattern())));
        decision.value().ifPresent(value -> item.add("%s  value: %s".formatted(indent, quoted(value))));
        decision.process().ifPresent(process -> item.add("%s  process: %s".formatted(indent, quoted(process))));
        if (!decision.reason().isEmpty()) {
            item.add("%s  reason: %s".formatted(indent, quoted(decision.reason())));
        }
        return item;
    }

    /** In single quotes, where a back slash is itself; in double ones when there is something that those can't hold. */
    static String quoted(String text) {
        if (text.chars().allMatch(c -> c >= 0x20 && c != 0x7f && c < 0xd800)) {
            return "'" + text.replace("'", "''") + "'";
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < 0x20 || c == 0x7f || c >= 0xd800) {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private String text() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
