package studio.ctnr.engine.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmokeKeysTest {
    @ParameterizedTest
    @CsvSource({
        "Enter, Return",
        "ctrl+s, ctrl+U0073",
        "Ctrl+Shift+End, ctrl+shift+End",
        "alt+F4, alt+F4",
        "f12, F12",
        "+, U002b",
        "ctrl++, ctrl+U002b",
        "ñ, U00f1",
        "😀, U1f600"
    })
    void aKeyIsCalledByWhatStandsOnIt(String text, String keysym) {
        assertThat(SmokeKeys.key(text).keysym()).isEqualTo(keysym);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "F13", "ctrl+", "hyper+s", "ab", "ctrl+ab", "+s", "\n"})
    void whatIsNoKeyIsToldWithThoseThatAre(String text) {
        assertThatThrownBy(() -> SmokeKeys.key(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no key")
                .hasMessageContaining("escape");
    }

    @Test
    void aTextIsWrittenKeyByKey() {
        assertThat(SmokeKeys.text("a\tB\n"))
                .extracting(key -> key.keysym())
                .containsExactly("U0061", "Tab", "U0042", "Return");
    }
}
