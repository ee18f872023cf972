package studio.ctnr.studio.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerIdTest {
    @ParameterizedTest
    @CsvSource({
        "Chrome Beta 118, chrome-beta-118",
        "  Ñandú 1.0!  , nandu-1.0",
        "--x--, x",
        "日本, ''",
        "'', ''",
    })
    void followsFromTheName(String name, String id) {
        assertThat(ContainerId.of(name)).isEqualTo(id);
    }

    @Test
    void isAtMostSixtyFourLong() {
        assertThat(ContainerId.of("a".repeat(63) + " bcd")).isEqualTo("a".repeat(63));
    }
}
