package studio.ctnr.toolkit.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a part of the program without a screen says, in Spanish. Such parts speak English; a table holds their sentences
 * in pairs of lines, English first, with {0}, {1} … for what is filled in, and # before remarks. What is not in the table
 * stays as it is: the names of files, and what engineers wrote themselves.
 */
public final class Sentences {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");

    private final List<String> lines;
    private final Map<String, String> whole = new HashMap<>();
    private final List<Template> templates = new ArrayList<>();

    /** A sentence with places that are filled in. */
    private record Template(Pattern english, String spanish) {}

    /** @param owner the table lies beside it */
    public Sentences(Class<?> owner, String table) {
        lines = lines(owner, table);
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            if (PLACE.matcher(lines.get(i)).find()) {
                templates.add(new Template(pattern(lines.get(i)), lines.get(i + 1)));
            } else {
                whole.put(lines.get(i), lines.get(i + 1));
            }
        }
    }

    /** The sentence in Spanish; what is filled into it is looked for in the table, too. */
    public String spanish(String english) {
        String found = whole.get(english);
        if (found != null) {
            return found;
        }
        for (Template template : templates) {
            Matcher matcher = template.english.matcher(english);
            if (matcher.matches()) {
                return PLACE.matcher(template.spanish)
                        .replaceAll(place -> Matcher.quoteReplacement(spanish(matcher.group("p" + place.group(1)))));
            }
        }
        return english;
    }

    /** The lines of the table in pairs, English first. */
    public List<String> lines() {
        return lines;
    }

    private static List<String> lines(Class<?> owner, String table) {
        try (InputStream in = owner.getResourceAsStream(table);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What fits a sentence with places; each place is a group, in the order in which they stand. */
    public static Pattern pattern(String english) {
        StringBuilder pattern = new StringBuilder();
        Matcher place = PLACE.matcher(english);
        int at = 0;
        while (place.find()) {
            pattern.append(Pattern.quote(english.substring(at, place.start())))
                    .append("(?<p")
                    .append(place.group(1))
                    .append(">.+)");
            at = place.end();
        }
        pattern.append(Pattern.quote(english.substring(at)));
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }
}
