package studio.ctnr.toolkit.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.ctnr.toolkit.text.Language;
import studio.ctnr.toolkit.text.Translations;

/**
 * What the texts of every module keep to. A key is used when a source has it as a string; a string that ends in a dot
 * ({@code "jobs.state."}) uses all keys that begin with it.
 */
public abstract class TranslationRules {
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-zA-Z0-9-]*(?:\\.[a-zA-Z0-9-]+)*\\.?)\"");
    private static final Pattern ASKED = Pattern.compile("\\b(text|count)\\(\\s*\"([^\"]+)\"(?!\\s*\\+)");

    private final Translations texts;
    private final String sources;

    /** @param texts the module's own */
    protected TranslationRules(Translations texts) {
        this.texts = texts;
        this.sources = sources();
    }

    @Test
    void everyKeyThatASourceAsksForIsThere() {
        assertThat(keys(Language.ENGLISH)).containsAll(asked());
    }

    @Test
    void everyKeyIsUsed() {
        Set<String> literals =
                LITERAL.matcher(sources).results().map(match -> match.group(1)).collect(Collectors.toSet());
        List<String> prefixes =
                literals.stream().filter(each -> each.endsWith(".")).toList();
        assertThat(keys(Language.ENGLISH))
                .allMatch(key -> literals.contains(key)
                        || literals.contains(key.replaceAll("\\.(one|other)$", ""))
                        || prefixes.stream().anyMatch(key::startsWith));
    }

    @Test
    void everyLanguageHasTheSameKeysWithTheSamePlaces() {
        for (Language language : Language.values()) {
            assertThat(keys(language)).as(language.ownName()).isEqualTo(keys(Language.ENGLISH));
            for (String key : keys(language)) {
                assertThat(places(language, key)).as(key).isEqualTo(places(Language.ENGLISH, key));
            }
        }
    }

    @Test
    void apostrophesAreTypographic() {
        for (Language language : Language.values()) {
            assertThat(keys(language))
                    .allMatch(key -> !texts.patterns(language).getProperty(key).contains("'"));
        }
    }

    private Set<String> asked() {
        return ASKED.matcher(sources)
                .results()
                .flatMap(match -> match.group(1).equals("text")
                        ? Stream.of(match.group(2))
                        : Stream.of(match.group(2) + ".one", match.group(2) + ".other"))
                .collect(Collectors.toSet());
    }

    private Set<String> keys(Language language) {
        return new TreeSet<>(texts.patterns(language).stringPropertyNames());
    }

    private int places(Language language, String key) {
        return new MessageFormat(texts.patterns(language).getProperty(key)).getFormatsByArgumentIndex().length;
    }

    private static String sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TranslationRules::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
