package studio.ctnr.wizard.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.ctnr.engine.rules.Rule;
import studio.ctnr.engine.rules.RuleSet;

class EngineWordsTest {
    private static final Path ENGINE = Path.of("..", "engine", "src", "main", "java");
    private static final Path RULES = Path.of("..", "..", "assets", "rules");

    private static String sources(Path folder, String ending) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Test
    void everyRuleThatComesWithTheProgramSpeaksSpanish() throws IOException {
        List<String> english = new ArrayList<>();
        for (Rule rule : RuleSet.bundled().plus(RuleSet.ofWine()).rules()) {
            english.add(rule.verdict().topic());
            english.add(rule.verdict().reason());
        }
        assertThat(english).hasSizeGreaterThan(100);
        assertThat(EngineWords.lines()).containsAll(english);
    }

    @Test
    void everySentenceOfTheTableIsStillTheEngines() throws IOException {
        // texts that are put together of several literals are one text here
        String code = sources(ENGINE, ".java").replaceAll("\"\\s*\\+\\s*\"", "").replace("\\\\", "\\");
        String all = code + sources(RULES, ".yml");
        List<String> lines = EngineWords.lines();
        List<String> gone = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 2) {
            for (String part : lines.get(i).split("\\{\\d\\}")) {
                if (!part.isBlank() && !all.contains(part.strip())) {
                    gone.add(part);
                }
            }
        }
        assertThat(gone).isEmpty();
    }

    @Test
    void theTableIsInPairsWithTheSamePlaces() {
        List<String> lines = EngineWords.lines();
        assertThat(lines.size() % 2).isZero();
        Pattern place = Pattern.compile("\\{\\d\\}");
        for (int i = 0; i < lines.size(); i += 2) {
            List<String> english = place.matcher(lines.get(i))
                    .results()
                    .map(found -> found.group())
                    .toList();
            assertThat(english)
                    .as(lines.get(i))
                    .containsAll(place.matcher(lines.get(i + 1))
                            .results()
                            .map(found -> found.group())
                            .toList());
        }
    }

    @Test
    void whatIsFilledInIsTranslatedTooAndTheRestStays() {
        assertThat(EngineWords.spanish("The name is from the uninstall entry."))
                .isEqualTo("El nombre procede de la entrada de desinstalación.");
        assertThat(EngineWords.spanish("It is no entry point: C:\\A $1.exe is not among what was captured."))
                .isEqualTo("No es un punto de entrada: C:\\A $1.exe no está entre lo capturado.");
        assertThat(EngineWords.spanish("A rule of my own")).isEqualTo("A rule of my own");
    }
}
