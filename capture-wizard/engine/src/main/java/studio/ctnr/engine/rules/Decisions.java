package studio.ctnr.engine.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.ctnr.engine.internal.yaml.YamlFile;
import studio.ctnr.engine.internal.yaml.YamlSection;

/**
 * The engineer's decisions as {@code verdicts.yml} holds them. A change of them patches the text: comments and the rest
 * stay as they are.
 */
public final class Decisions {
    private static final String LIST = "verdicts";
    private static final Set<String> KEYS = Set.of("include", "exclude", "value", "process", "reason");

    private final String name;
    private final String text;
    private final List<Item> items = new ArrayList<>();

    /**
     * One decision and the lines that it stands on.
     *
     * @param first from 0
     * @param end the line after its last
     */
    record Item(Decision decision, int first, int end) {}

    private Decisions(String name, String text) throws IOException {
        this.name = name;
        this.text = text;
        Optional<YamlSection> top = YamlFile.parse(name, text);
        if (top.isPresent()) {
            top.get().allow(Set.of(LIST));
            for (YamlSection item : top.get().sections(LIST)) {
                items.add(new Item(decision(item), item.line() - 1, item.endLine()));
            }
        }
    }

    /** @throws IOException with file, line, column and remedy when a decision is wrong; none when there is no file */
    public static Decisions read(Path file) throws IOException {
        return new Decisions(file.toString(), Files.exists(file) ? YamlFile.text(file) : "");
    }

    /** The decisions in their order. */
    public List<Decision> list() {
        return items.stream().map(Item::decision).toList();
    }

    /** The decisions as rules that win over all others. */
    public RuleSet rules() {
        return new RuleSet(items.stream()
                .map(item -> item.decision().rule("verdicts.yml:" + (item.first() + 1)))
                .toList());
    }

    /** These with one more; it takes the place of one for the same pattern, value and process. */
    public Decisions with(Decision decision) throws IOException {
        requireLines();
        return new Decisions(name, new DecisionText(text, items).with(decision));
    }

    /** These without the one for the pattern and value of {@code decision}, whatever its outcome; the same if none is. */
    public Decisions without(Decision decision) throws IOException {
        requireLines();
        return new Decisions(name, new DecisionText(text, items).without(decision));
    }

    private void requireLines() throws RuleException {
        List<String> lines = text.lines().toList();
        for (Item item : items) {
            if (!lines.get(item.first()).strip().startsWith("- ")) {
                throw new RuleException(
                        "%s:%d: this verdict can't be changed by a command: begin it on a line of its own"
                                        .formatted(name, item.first() + 1)
                                + " with a dash");
            }
        }
    }

    /** Puts them in the place of {@code file} in one step. */
    public void write(Path file) throws IOException {
        Path staged = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(staged, text);
        Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    String text() {
        return text;
    }

    private static Decision decision(YamlSection item) throws IOException {
        item.allow(KEYS);
        if (item.has("include") == item.has("exclude")) {
            throw item.problem("include", "a verdict has either \"include\" or \"exclude\" with a pattern");
        }
        String key = item.has("include") ? "include" : "exclude";
        Outcome outcome = item.has("include") ? Outcome.INCLUDE : Outcome.EXCLUDE;
        try {
            return new Decision(
                    outcome,
                    item.requiredText(key),
                    item.text("value"),
                    item.text("process"),
                    item.text("reason").orElse(""));
        } catch (IllegalArgumentException wrong) {
            throw item.problem(key, wrong.getMessage());
        }
    }
}
