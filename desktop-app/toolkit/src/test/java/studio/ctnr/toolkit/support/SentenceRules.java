package studio.ctnr.toolkit.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studio.ctnr.toolkit.text.Sentences;

/** What is wrong with a table of sentences, as a list for a test to be empty. */
public final class SentenceRules {
    private static final Pattern PLACE = Pattern.compile("\\{\\d\\}");

    private SentenceRules() {}

    /** Parts of English sentences that nobody says any more in the given folders of sources. */
    public static List<String> gone(Sentences table, Path... sources) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path folder : sources) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java")
                                || path.toString().endsWith(".yml"))
                        .toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        // texts that are put together of several literals are one text here
        String said = all.toString()
                .replaceAll("\"\\s*\\+\\s*\"", "")
                .replace("\\\\", "\\")
                .replace("\\\"", "\"");
        List<String> gone = new ArrayList<>();
        for (int i = 0; i < table.lines().size(); i += 2) {
            for (String part : PLACE.split(table.lines().get(i))) {
                if (!part.isBlank() && !said.contains(part.strip())) {
                    gone.add(part);
                }
            }
        }
        return gone;
    }

    /** English sentences without a Spanish one of the same places. */
    public static List<String> unpaired(Sentences table) {
        List<String> unpaired = new ArrayList<>();
        List<String> lines = table.lines();
        for (int i = 0; i < lines.size(); i += 2) {
            if (i + 1 == lines.size() || !places(lines.get(i)).containsAll(places(lines.get(i + 1)))) {
                unpaired.add(lines.get(i));
            }
        }
        return unpaired;
    }

    private static List<String> places(String line) {
        return PLACE.matcher(line).results().map(MatchResult::group).toList();
    }
}
