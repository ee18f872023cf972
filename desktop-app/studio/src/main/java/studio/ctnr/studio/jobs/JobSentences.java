package studio.ctnr.studio.jobs;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.text.Language;
import studio.ctnr.toolkit.text.Sentences;

/**
 * What the workbench says of a job, in the spoken language. It says it in English, as the command line shows it; the
 * English texts below {@code jobs.title.} and {@code jobs.doing.} are these sentences, so what fits one of them is said
 * again with the other language's text. What fits none, a file's name say, stays as it is.
 */
public final class JobSentences {
    private static final JobSentences TITLES = new JobSentences("jobs.title.");
    private static final JobSentences DOING = new JobSentences("jobs.doing.");

    private record Sentence(String key, String english, Pattern pattern) {}

    private final List<Sentence> sentences;

    private JobSentences(String prefix) {
        sentences = Texts.patterns(Language.ENGLISH).entrySet().stream()
                .filter(entry -> ((String) entry.getKey()).startsWith(prefix))
                .map(entry -> sentence((String) entry.getKey(), (String) entry.getValue()))
                .sorted(Comparator.comparing(
                                (Sentence sentence) -> -sentence.english().length())
                        .thenComparing(Sentence::key))
                .toList();
    }

    private static Sentence sentence(String key, String english) {
        return new Sentence(key, english, Sentences.pattern(english));
    }

    /** "Export VLC 3.0.21". */
    public static String title(String english) {
        return TITLES.spoken(english);
    }

    /** What a job does now: "packing". */
    public static String doing(String english) {
        return DOING.spoken(english);
    }

    private String spoken(String english) {
        for (Sentence sentence : sentences) {
            Matcher matcher = sentence.pattern().matcher(english);
            if (matcher.matches()) {
                Object[] places = IntStream.rangeClosed(1, matcher.groupCount())
                        .mapToObj(matcher::group)
                        .toArray();
                return Texts.text(sentence.key(), places);
            }
        }
        return english;
    }
}
