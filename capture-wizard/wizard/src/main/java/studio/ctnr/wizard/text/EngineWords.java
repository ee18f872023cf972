package studio.ctnr.wizard.text;

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
import studio.ctnr.toolkit.text.Language;

/**
 * What the engine says, in the language that is spoken. The engine speaks English; {@code engine_es.txt} holds its
 * sentences in pairs of lines. What is not among them stays as it is: the names of files, and what engineers wrote in
 * rules of their own.
 */
public final class EngineWords {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");

    /** A sentence with places that are filled in. */
    private record Template(String english, Pattern pattern, String spanish) {}

    /** The table is read when it is first needed. */
    private static final class Spanish {
        private static final Map<String, String> WHOLE = new HashMap<>();
        private static final List<Template> TEMPLATES = new ArrayList<>();

        static {
            List<String> lines = lines();
            for (int i = 0; i + 1 < lines.size(); i += 2) {
                if (PLACE.matcher(lines.get(i)).find()) {
                    TEMPLATES.add(template(lines.get(i), lines.get(i + 1)));
                } else {
                    WHOLE.put(lines.get(i), lines.get(i + 1));
                }
            }
        }
    }

    private EngineWords() {}

    /** A sentence of the engine's. */
    public static String of(String english) {
        return Language.spoken() == Language.SPANISH ? spanish(english) : english;
    }

    static String spanish(String english) {
        String whole = Spanish.WHOLE.get(english);
        if (whole != null) {
            return whole;
        }
        for (Template template : Spanish.TEMPLATES) {
            Matcher found = template.pattern.matcher(english);
            if (found.matches()) {
                return PLACE.matcher(template.spanish)
                        .replaceAll(place -> Matcher.quoteReplacement(spanish(found.group("p" + place.group(1)))));
            }
        }
        return english;
    }

    /** The lines of the table in pairs, English first. */
    static List<String> lines() {
        try (InputStream in = EngineWords.class.getResourceAsStream("engine_es.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Template template(String english, String spanish) {
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
        return new Template(english, Pattern.compile(pattern.toString(), Pattern.DOTALL), spanish);
    }
}
