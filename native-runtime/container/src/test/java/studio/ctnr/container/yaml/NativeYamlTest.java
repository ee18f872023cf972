package studio.ctnr.container.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.ctnr.container.NativeReader;
import tools.jackson.databind.ObjectMapper;

/**
 * The launcher's reader of config.yml, in C, knows less of YAML than this package's; what it accepts it must read as the
 * same values, or a container would run otherwise than its engineer was shown.
 */
class NativeYamlTest {
    private static final int DOCUMENTS = 3_000;
    private static final int MUTANTS = 20_000;
    private static final Map<String, Object> FOLDED = Map.of("folded", true);

    private static NativeReader reader;

    @BeforeAll
    static void open() throws IOException {
        reader = new NativeReader("yaml");
    }

    @AfterAll
    static void close() throws IOException {
        reader.close();
    }

    @Test
    void whatPeopleWriteIsReadAlike() throws IOException {
        Random random = new Random(1);
        int accepted = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            accepted += isReadAlike(new RandomDocument(random.nextLong()).text()) ? 1 : 0;
        }
        assertThat(accepted).isGreaterThan(DOCUMENTS / 3);
    }

    @Test
    void whatIsAlteredIsReadAlikeOrRefused() throws IOException {
        Random random = new Random(2);
        int accepted = 0;
        for (int i = 0; i < MUTANTS; i++) {
            accepted += isReadAlike(altered(new RandomDocument(random.nextLong()).text(), random)) ? 1 : 0;
        }
        assertThat(accepted).isBetween(MUTANTS / 10, MUTANTS - MUTANTS / 10);
    }

    private static String altered(String text, Random random) {
        StringBuilder altered = new StringBuilder(text);
        String signs = ":-#'\"[]{},|>&*!%@`?\\ \t\n~ax";
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(altered.length() + 1);
            if (at < altered.length() && Character.isSurrogate(altered.charAt(at))) {
                continue;
            }
            if (random.nextBoolean()) {
                altered.insert(at, signs.charAt(random.nextInt(signs.length())));
            } else if (at < altered.length()) {
                altered.deleteCharAt(at);
            }
        }
        return altered.toString();
    }

    /** Whether the native reader accepts the text, which this package then must do, too. */
    private static boolean isReadAlike(String text) throws IOException {
        NativeReader.Answer answer = reader.read(text.getBytes(StandardCharsets.UTF_8));
        String said = new String(answer.bytes(), StandardCharsets.UTF_8);
        if (answer.kind() == 'e') {
            assertThat(said).matches("line [1-9]\\d*: .+");
            return false;
        }
        Object expected;
        try {
            expected = written(YamlParser.parse(text), text);
        } catch (YamlException e) {
            throw new AssertionError("accepted natively as " + said + " but " + e.getMessage() + ":\n" + text, e);
        }
        assertThat(new ObjectMapper().readValue(said, Object.class)).as(text).isEqualTo(expected);
        return true;
    }

    /** The tree as the launcher sees it: every value a text as it is written, a folded one not joined. */
    private static Object written(YamlNode node, String text) {
        return switch (node) {
            case YamlNode.Scalar scalar ->
                switch (scalar.style()) {
                    case EMPTY -> null;
                    case PLAIN -> scalar.value() == null ? null : text.substring(scalar.start(), scalar.end());
                    case SINGLE, DOUBLE -> scalar.value();
                    case BLOCK -> text.charAt(scalar.start()) == '>' ? FOLDED : scalar.value();
                };
            case YamlNode.Sequence list -> {
                List<Object> items = new ArrayList<>();
                list.items().forEach(item -> items.add(written(item, text)));
                yield items;
            }
            case YamlNode.Mapping map -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                map.entries().forEach(entry -> entries.put(entry.key(), written(entry.value(), text)));
                yield entries;
            }
            case YamlNode.Alias alias -> throw new AssertionError("an alias was accepted: " + text);
        };
    }
}
