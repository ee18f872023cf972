package studio.ctnr.wizard.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.ctnr.engine.rules.Rule;
import studio.ctnr.engine.rules.RuleSet;
import studio.ctnr.toolkit.support.SentenceRules;
import studio.ctnr.toolkit.text.Sentences;

class EngineWordsTest {
    private final Sentences table = EngineWords.spanish();

    @Test
    void everyRuleThatComesWithTheProgramSpeaksSpanish() throws IOException {
        List<String> english = new ArrayList<>();
        for (Rule rule : RuleSet.bundled().plus(RuleSet.ofWine()).rules()) {
            english.add(rule.verdict().topic());
            english.add(rule.verdict().reason());
        }
        assertThat(english).hasSizeGreaterThan(100);
        assertThat(table.lines()).containsAll(english);
    }

    @Test
    void everySentenceOfTheTableIsStillTheEngines() throws IOException {
        assertThat(SentenceRules.gone(table, Path.of("../engine/src/main/java"), Path.of("../../assets/rules")))
                .isEmpty();
    }

    @Test
    void theTableIsInPairsWithTheSamePlaces() {
        assertThat(SentenceRules.unpaired(table)).isEmpty();
    }

    @Test
    void whatIsFilledInIsTranslatedTooAndTheRestStays() {
        assertThat(table.spanish("The name is from the uninstall entry."))
                .isEqualTo("El nombre procede de la entrada de desinstalación.");
        assertThat(table.spanish("It is no entry point: C:\\A $1.exe is not among what was captured."))
                .isEqualTo("No es un punto de entrada: C:\\A $1.exe no está entre lo capturado.");
        assertThat(table.spanish("A rule of my own")).isEqualTo("A rule of my own");
    }
}
