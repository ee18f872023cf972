package studio.ctnr.studio.editor.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import studio.ctnr.container.config.ConfigProblem;

/** Which style each letter of a config.yml has: what it is in YAML, and whether something is wrong with it. */
final class SourceStyles {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<comment>(?<=^|\\s)#.*$)"
                    + "|(?<key>(?<=^|[\\s{,\\-])(?:\"[^\"\\n]+\"|[\\w][\\w.-]*)(?=:(?:\\s|$)))"
                    + "|(?<string>\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\n]|'')*')"
                    + "|(?<word>(?<=[\\s\\[{:,])(?:true|false|null|~|-?\\d+(?:\\.\\d+)?)(?=$|[\\s,\\]}]))"
                    + "|(?<sign>[{}\\[\\],]|^ *-(?=\\s))",
            Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("\"[^\"\\n]*\"|'[^'\\n]*'|[^\\s,:}\\]]+");

    private SourceStyles() {}

    private record Span(int start, int end, String style) {}

    static StyleSpans<Collection<String>> of(String text, List<ConfigProblem> problems) {
        StyleSpans<Collection<String>> syntax = spans(text.length(), syntax(text));
        List<Span> wrong = new ArrayList<>();
        for (ConfigProblem problem : problems) {
            int start = offset(text, problem);
            int end = end(text, start);
            if (end > start && (wrong.isEmpty() || wrong.getLast().end <= start)) {
                wrong.add(new Span(start, end, problem.isError() ? "problem-error" : "problem-warning"));
            }
        }
        return syntax.overlay(spans(text.length(), wrong), SourceStyles::both);
    }

    private static Collection<String> both(Collection<String> one, Collection<String> other) {
        List<String> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    private static List<Span> syntax(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            for (String style : List.of("comment", "key", "string", "word", "sign")) {
                if (matcher.group(style) != null) {
                    spans.add(new Span(matcher.start(), matcher.end(), style));
                }
            }
        }
        return spans;
    }

    private static StyleSpans<Collection<String>> spans(int length, List<Span> spans) {
        StyleSpansBuilder<Collection<String>> builder = new StyleSpansBuilder<>();
        int at = 0;
        for (Span span : spans) {
            builder.add(List.of(), span.start - at);
            builder.add(List.of(span.style), span.end - span.start);
            at = span.end;
        }
        builder.add(List.of(), length - at);
        return builder.create();
    }

    /** Where a problem's line and column are in the text. */
    static int offset(String text, ConfigProblem problem) {
        int at = 0;
        for (int line = 1; line < problem.line(); line++) {
            int end = text.indexOf('\n', at);
            if (end < 0) {
                return text.length();
            }
            at = end + 1;
        }
        return Math.min(text.length(), at + problem.column() - 1);
    }

    /** The end of the word or quoted text that begins there. */
    static int end(String text, int start) {
        Matcher word = WORD.matcher(text).region(start, text.length());
        return word.lookingAt() ? word.end() : Math.min(text.length(), start + 1);
    }
}
