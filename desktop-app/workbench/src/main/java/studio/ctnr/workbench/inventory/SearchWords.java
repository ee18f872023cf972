package studio.ctnr.workbench.inventory;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Text made alike for searching: without case and accents. */
final class SearchWords {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private SearchWords() {}

    static String fold(String text) {
        String parted = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(parted).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** The words of a query, each as a pattern of {@code LIKE} with {@code \} as its escape. */
    static List<String> patterns(String query) {
        return Stream.of(fold(query).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%")
                .toList();
    }
}
