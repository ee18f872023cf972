package studio.ctnr.engine.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import studio.ctnr.container.AtomicFile;

/**
 * A decision that speaks of other captures too: a rule in a file of its own, in a user's folder of rules and in the
 * project that it was made for.
 *
 * @param id of the rule; the file is called by it
 * @param decision what it says
 */
public record SharedRule(String id, Decision decision) {
    private static final String TOPIC = "Your rules";
    private static final String PREFIX = "mine.";
    private static final int LONGEST = 40;

    /** With an id that no file in the folders is called by. */
    public static SharedRule of(Decision decision, List<Path> folders) {
        String pattern = decision.pattern();
        String slug = pattern.substring(pattern.lastIndexOf('\\') + 1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String cut = slug.substring(0, Math.min(slug.length(), LONGEST)).replaceAll("-$", "");
        String wanted = PREFIX + (cut.isEmpty() ? "rule" : cut);
        String id = wanted;
        for (int number = 2; taken(id, folders); number++) {
            id = wanted + "-" + number;
        }
        return new SharedRule(id, decision);
    }

    private static boolean taken(String id, List<Path> folders) {
        return folders.stream().anyMatch(folder -> Files.exists(folder.resolve(id + ".yml")));
    }

    /** What it says, as a rule. */
    public Rule rule() {
        return decision.rule(Verdict.Source.RULE, id, TOPIC, reason());
    }

    private String reason() {
        return decision.told("a rule of yours");
    }

    /** Writes it into a folder of rules, which need not exist. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        boolean files = Subject.of(decision.pattern()) == Subject.FILES;
        String value = decision.value()
                .map(name -> "    value: " + DecisionText.quoted(name) + "\n")
                .orElse("");
        String process = decision.process()
                .map(name -> "    process: " + DecisionText.quoted(name) + "\n")
                .orElse("");
        String text = """
                topic: %s

                %s:
                  - id: %s
                    %s: %s
                %s%s    verdict: %s
                    reason: %s
                """.formatted(
                        TOPIC,
                        files ? "files" : "registry",
                        id,
                        files ? "path" : "key",
                        DecisionText.quoted(decision.pattern()),
                        value,
                        process,
                        decision.outcome() == Outcome.INCLUDE ? "include" : "exclude",
                        DecisionText.quoted(reason()));
        AtomicFile.write(folder.resolve(id + ".yml"), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes it out of a folder again. */
    public void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(id + ".yml"));
    }

    /** Gives a project the rules of a folder, so that it says all of itself; files that it has already stay. */
    public static void copyAll(Path folder, Path project) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Path copy = project.resolve(file.getFileName().toString());
                if (file.getFileName().toString().endsWith(".yml") && !Files.exists(copy)) {
                    Files.createDirectories(project);
                    Files.copy(file, copy);
                }
            }
        }
    }
}
