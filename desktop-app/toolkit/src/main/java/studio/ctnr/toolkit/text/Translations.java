package studio.ctnr.toolkit.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

/**
 * The texts of one module, in every {@link Language}: {@code texts_en.properties} and {@code texts_es.properties}.
 *
 * <p>Keys are dotted and start with the screen ({@code library.run}). Texts are {@link MessageFormat} patterns, so they
 * hold typographic apostrophes ({@code ’}) only. A missing key answers with itself, so that a gap is seen and nothing
 * breaks; the module's {@code TranslationsTest} fails on it, and on a key that no source names.
 */
public final class Translations {
    private final Function<String, InputStream> resources;
    private final Map<Language, Properties> loaded = new EnumMap<>(Language.class);

    private Translations(Function<String, InputStream> resources) {
        this.resources = resources;
    }

    /**
     * @param resources finds a file beside the module's texts, {@code Texts.class::getResourceAsStream}: a module's
     *     resources can be read by its own code only, so it has to hand over the key
     */
    public static Translations from(Function<String, InputStream> resources) {
        return new Translations(resources);
    }

    /** The text of a key in the spoken language, its {@code {0}}, {@code {1}} … filled in. */
    public String text(String key, Object... arguments) {
        return text(Language.spoken(), key, arguments);
    }

    /** The text of {@code key.one} or {@code key.other}, with the count as {@code {0}} and the arguments behind it. */
    public String count(String key, long count, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = count;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return text(key + (count == 1 ? ".one" : ".other"), all);
    }

    /** The patterns of a language as they are written, for the tests. */
    public synchronized Properties patterns(Language language) {
        return loaded.computeIfAbsent(language, this::load);
    }

    private String text(Language language, String key, Object... arguments) {
        String pattern = patterns(language).getProperty(key);
        if (pattern == null) {
            return key;
        }
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, language.locale()).format(arguments);
    }

    private Properties load(Language language) {
        String name = "texts_" + language.tag() + ".properties";
        Properties properties = new Properties();
        try (InputStream in = resources.apply(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
