package studio.ctnr.container.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileConfigTest {
    private static final int MANY = 1_000_000;
    /** Far more than any of these takes on an idle machine, and far less than what grows with the square. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    static Stream<Arguments> texts() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append(
                    "a%d: &a%d [*a%d, *a%d, *a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1, i - 1, i - 1));
        }
        return Stream.of(
                Arguments.of(bomb.toString(), "aliases make more than"),
                Arguments.of("a: &a [*a]\n", "1:8: error: the alias *a"),
                Arguments.of("[".repeat(MANY), "nests deeper than 64"),
                Arguments.of("{".repeat(MANY), "nests deeper than 64"),
                Arguments.of("- ".repeat(MANY / 2), "nests deeper than 64"),
                Arguments.of("? ".repeat(MANY / 2), "nests deeper than 64"),
                Arguments.of("a: 1\na: 2\n", "2:1: error: the key a stands twice"),
                Arguments.of("a:\n\tb: 1\n", "2:1: error: not valid YAML"),
                Arguments.of("a: 1\n---\nb: 2\n", "a second document"),
                Arguments.of("a: !!javax.script.ScriptEngineManager x\n", "the tag"),
                Arguments.of("a: !local x\n", "the tag !local is not accepted"),
                Arguments.of("? [a, b]\n: c\n", "a key is a list"),
                Arguments.of("name: \"a\n", "not valid YAML"),
                Arguments.of("name: a\u0000b\n", "1:8: error: the character U+0000"),
                Arguments.of("name: \ud800\n", "U+D800"),
                Arguments.of("x: " + "9".repeat(MANY), "not a number that can be read"),
                Arguments.of("x: 1e999999999\n", "not a number that can be read"),
                Arguments.of("x: *none\n", "the alias *none names no anchor"),
                Arguments.of("%YAML 3.0\n---\na: 1\n", "not valid YAML"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isRefusedWithAPlaceAndSoon(String text, String message) {
        Assertions.assertTimeoutPreemptively(
                LIMIT,
                () -> assertThatThrownBy(
                                () -> ConfigDocument.parse(text, "c.yml").config("c.yml"))
                        .isInstanceOf(InvalidConfigException.class)
                        .hasMessageStartingWith("c.yml:")
                        .hasMessageContaining(message));
    }

    static Stream<String> longTexts() {
        return Stream.of(
                "a".repeat(MANY),
                "x: |\n" + " a\n".repeat(MANY / 4),
                "#".repeat(MANY),
                "#\n".repeat(MANY / 2),
                "\n".repeat(MANY),
                "x: \"" + "\\n".repeat(MANY / 2) + "\"",
                "x: [" + "a,".repeat(MANY / 8) + "]",
                "x: '" + "''".repeat(MANY / 2) + "'",
                "&" + "a".repeat(MANY),
                "a b ".repeat(MANY / 4) + ": c");
    }

    @ParameterizedTest
    @MethodSource("longTexts")
    void aLongTextIsDealtWithSoon(String text) {
        Assertions.assertTimeoutPreemptively(LIMIT, () -> {
            try {
                ConfigDocument.parse(text, "c.yml").problems();
            } catch (InvalidConfigException refused) {
                assertThat(refused).hasMessageStartingWith("c.yml:");
            }
        });
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        Path file = folder.resolve("config.yml");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(100L << 20);
        }
        assertThatThrownBy(() -> ConfigDocument.read(file)).hasMessageContaining("larger than 1 MiB");
    }

    @Test
    void otherEncodingsAreNamed() throws IOException {
        Path file = folder.resolve("config.yml");
        Files.write(file, "\ufeffid: a".getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(() -> ConfigDocument.read(file)).hasMessageContaining("UTF-16; save it in UTF-8");
        Files.write(file, "id: a\nname: Jos\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> ConfigDocument.read(file))
                .hasMessageContaining("config.yml:2:10: error: the byte 0xe9 is not UTF-8");
    }
}
