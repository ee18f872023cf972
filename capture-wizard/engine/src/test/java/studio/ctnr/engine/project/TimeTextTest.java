package studio.ctnr.engine.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
    @Property
    void everyTimeIsReadAsItIsWritten(
            @ForAll @LongRange(min = -99_999_999_999L, max = 999_999_999_999L) long second,
            @ForAll @IntRange(max = 999_999_999) int nano) {
        Instant time = Instant.ofEpochSecond(second, nano);
        assertThat(TimeText.read(time.toString())).isEqualTo(time);
        Instant whole = Instant.ofEpochSecond(second, nano / 1_000_000 * 1_000_000);
        assertThat(TimeText.read(whole.toString())).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-01-31", "2026-02-30T12:00:00Z", "2026-01-31T12:60:00Z", "2026-01-31T12:00:00.1"})
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> TimeText.read(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
