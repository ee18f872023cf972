package studio.ctnr.engine.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import studio.ctnr.engine.internal.yaml.YamlFile;
import studio.ctnr.engine.internal.yaml.YamlSection;

/**
 * Rules in their order; of two that are equally specific, the later one decides.
 *
 * @param rules of any subject
 */
public record RuleSet(List<Rule> rules) {
    /** The files that come with the program, in their order; they lie in {@code assets/rules}. */
    static final List<String> BUNDLED = List.of(
            "keep.yml",
            "windows-installer.yml",
            "setup-engines.yml",
            "temporary.yml",
            "shell.yml",
            "windows.yml",
            "wine.yml");

    public static final RuleSet NONE = new RuleSet(List.of());

    public RuleSet {
        rules = List.copyOf(rules);
    }

    /** The rules that come with the program. */
    public static RuleSet bundled() throws IOException {
        return bundled(BUNDLED);
    }

    /** Those of them that are about what Wine does by itself, whatever runs on it. */
    public static RuleSet ofWine() throws IOException {
        return bundled(List.of("wine.yml"));
    }

    private static RuleSet bundled(List<String> names) throws IOException {
        List<Rule> rules = new ArrayList<>();
        for (String name : names) {
            try (InputStream in = RuleSet.class.getResourceAsStream(name)) {
                rules.addAll(RuleFile.read(YamlFile.read(name, in).orElseThrow()));
            }
        }
        return checked(rules);
    }

    /**
     * The rules of a folder's {@code .yml} files, in the order of the files' names; none when there is no such folder.
     *
     * @throws IOException with file, line, column and remedy when a rule is wrong
     */
    public static RuleSet read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return NONE;
        }
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(entry -> entry.getFileName().toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
        List<Rule> rules = new ArrayList<>();
        for (Path file : files) {
            Optional<YamlSection> section = YamlFile.read(file);
            if (section.isPresent()) {
                rules.addAll(RuleFile.read(section.get()));
            }
        }
        return checked(rules);
    }

    /** These, and then {@code later}. A later rule takes the place of an earlier one with the same id. */
    public RuleSet plus(RuleSet later) {
        Map<String, Rule> replaced = new HashMap<>();
        later.rules.forEach(rule -> replaced.put(rule.verdict().rule(), rule));
        List<Rule> both = new ArrayList<>(rules);
        both.removeIf(rule -> replaced.containsKey(rule.verdict().rule()));
        both.addAll(later.rules);
        return new RuleSet(both);
    }

    private static RuleSet checked(List<Rule> rules) throws RuleException {
        Map<String, Rule> ids = new HashMap<>();
        for (Rule rule : rules) {
            String id = rule.verdict().rule();
            if (ids.put(id, rule) != null) {
                throw new RuleException("There are two rules with the id " + id + ": give one of them another");
            }
        }
        return new RuleSet(rules);
    }
}
