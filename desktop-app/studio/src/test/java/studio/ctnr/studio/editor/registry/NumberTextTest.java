package studio.ctnr.studio.editor.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NumberTextTest {
    @ParameterizedTest
    @EnumSource(NumberText.class)
    void readsWhatItWrites(NumberText form) {
        for (long number : new long[] {0, 1, 771, 0xffffffffL}) {
            assertThat(form.parse(form.format(number, 32), 32)).contains(number);
        }
        for (long number : new long[] {0, Long.MAX_VALUE, Long.MIN_VALUE, -1}) {
            assertThat(form.parse(form.format(number, 64), 64)).contains(number);
        }
    }

    @Test
    void groupsBitsByFour() {
        assertThat(NumberText.BITS.format(771, 32)).isEqualTo("0011 0000 0011");
    }

    @Test
    void takesNegativeDecimalsAsTheirComplement() {
        assertThat(NumberText.DECIMAL.parse("-1", 32)).contains(-1L);
        assertThat(NumberText.DECIMAL.format(-1, 32)).isEqualTo("4294967295");
    }

    @ParameterizedTest
    @CsvSource({
        "HEXADECIMAL, 100000000, 32",
        "HEXADECIMAL, xyz, 32",
        "HEXADECIMAL, '', 32",
        "DECIMAL, 4294967296, 32",
        "DECIMAL, -2147483649, 32",
        "DECIMAL, 1f, 64",
        "DECIMAL, 18446744073709551616, 64",
        "BITS, 102, 32"
    })
    void refusesWhatIsNoNumberOrTooLarge(NumberText form, String text, int bits) {
        assertThat(form.parse(text, bits)).isEmpty();
    }
}
