package studio.ctnr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressAmountTest {
    private static final long SECOND = 1_000_000_000;
    private static final long MIB = 1 << 20;

    private final ProgressAmount bytes = new ProgressAmount(ProgressAmount.Unit.BYTES);

    @Test
    void tellsAmountsAndAfterASecondTheRate() {
        assertThat(bytes.text(0, 8 * MIB, 0)).isEqualTo("  0% 0 B of 8.0 MiB ");
        assertThat(bytes.text(2 * MIB, 8 * MIB, SECOND / 2)).isEqualTo(" 25% 2.0 MiB of 8.0 MiB ");
        assertThat(bytes.text(8 * MIB, 8 * MIB, 2 * SECOND)).isEqualTo("100% 8.0 MiB of 8.0 MiB, 4.0 MiB/s ");
    }

    @Test
    void theNextPieceOfWorkHasARateOfItsOwn() {
        bytes.text(4 * MIB, 8 * MIB, 0);
        bytes.text(8 * MIB, 8 * MIB, 2 * SECOND);
        assertThat(bytes.text(0, 100 * MIB, 3 * SECOND)).isEqualTo("  0% 0 B of 100 MiB ");
        assertThat(bytes.text(10 * MIB, 100 * MIB, 5 * SECOND)).endsWith(", 5.0 MiB/s ");
    }

    @Test
    void reportsOfSeveralThreadsMayOvertakeEachOther() {
        bytes.text(0, 8 * MIB, 0);
        bytes.text(4 * MIB, 8 * MIB, SECOND);
        assertThat(bytes.text(2 * MIB, 8 * MIB, 2 * SECOND)).endsWith(", 1.0 MiB/s ");
    }

    @Test
    void withoutATotalThereIsNoShare() {
        assertThat(bytes.text(1536, -1, 0)).isEqualTo("1.5 KiB ");
        assertThat(bytes.text(0, -1, 0)).isEmpty();
        assertThat(bytes.text(-1, -1, 0)).isEmpty();
        assertThat(new ProgressAmount(ProgressAmount.Unit.STEPS).text(7, -1, 0)).isEmpty();
    }

    @Test
    void hugeAmountsDoNotOverflow() {
        assertThat(bytes.text(Long.MAX_VALUE / 2, Long.MAX_VALUE, 0)).isEqualTo(" 50% 4.0 EiB of 8.0 EiB ");
    }
}
