package studio.ctnr.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsNamesFoldTest {
    @Test
    void takesCaseAwayInEveryScript() {
        assertThat(WindowsNames.fold("größe ÿ ключ ωμ ǆ ա")).isEqualTo("GRÖßE Ÿ КЛЮЧ ΩΜ Ǆ Ա");
    }

    @ParameterizedTest
    @ValueSource(chars = {'ı', 'ſ', 'µ', 'ς', 'ß', 'ǅ', '\u1fbe', '\ud801', '名'})
    void leavesAloneWhatWindowsLeavesAlone(char unit) {
        assertThat(WindowsNames.fold(unit)).isEqualTo(unit);
    }
}
