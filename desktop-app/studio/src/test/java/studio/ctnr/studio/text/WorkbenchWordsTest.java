package studio.ctnr.studio.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import studio.ctnr.toolkit.support.SentenceRules;
import studio.ctnr.toolkit.text.Sentences;

class WorkbenchWordsTest {
    private final Sentences table = WorkbenchWords.spanish();

    @Test
    void everySentenceOfTheTableIsStillSaid() throws IOException {
        assertThat(SentenceRules.gone(
                        table,
                        Path.of("../workbench/src/main/java"),
                        Path.of("../../capture-wizard/engine/src/main/java"),
                        Path.of("../../native-runtime/container/src/main/java")))
                .isEmpty();
    }

    @Test
    void theTableIsInPairsWithTheSamePlaces() {
        assertThat(SentenceRules.unpaired(table)).isEmpty();
    }

    @Test
    void sentencesThatArePutTogetherAreTranslatedPartByPart() {
        assertThat(table.spanish(
                        "found \"minifltr\"; accepted is one of \"detours\", \"minifilter\", \"mixed\"; did you"
                                + " mean \"minifilter\"?"))
                .isEqualTo(
                        "se encontró \"minifltr\"; se acepta uno de \"detours\", \"minifilter\", \"mixed\"; ¿quiso decir"
                                + " \"minifilter\"?");
        assertThat(table.spanish("is not known and has no effect; it is kept; did you mean \"id\"?"))
                .isEqualTo("no se conoce y no tiene efecto; se conserva; ¿quiso decir \"id\"?");
        assertThat(table.spanish("The place of the inventory can't be used: There is no permission for /x"))
                .isEqualTo("No se puede usar el lugar del inventario: No hay permiso para /x");
    }
}
