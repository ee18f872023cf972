package studio.ctnr.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter written = new StringWriter();
    private final AtomicLong now = new AtomicLong();

    @Test
    void tellsTheShareAndWhatIsDone() {
        line(80, false).at("packing", 1, 4);

        assertThat(written.toString()).endsWith(" 25% packing");
    }

    @Test
    void isWrittenTenTimesASecondAtMost() {
        ProgressLine line = line(80, false);
        for (int i = 0; i < 1000; i++) {
            now.addAndGet(1_000_000);
            line.at("file", i, 1000);
        }

        assertThat(written.toString().split("\r")).hasSizeBetween(9, 12);
    }

    @Test
    void aLongTextLosesItsMiddle() {
        line(20, false).at("rootfs/ProgramFiles/Application/very/deep/file.dll", 0, -1);

        assertThat(written.toString()).contains("rootfs…").endsWith("ep/file.dll");
    }

    @Test
    void stopsTheWorkWhenTheCommandIsCancelled() {
        assertThatThrownBy(() -> line(80, true).at("packing", 0, 1)).isInstanceOf(CancellationException.class);
    }

    @Test
    void writesNothingWhereNobodyLooks() {
        ProgressLine line = new ProgressLine(null, 80, ProgressAmount.Unit.STEPS, () -> false, now::get);
        line.at("packing", 0, 1);
        line.close();

        assertThat(written.toString()).isEmpty();
    }

    private ProgressLine line(int width, boolean cancelled) {
        return new ProgressLine(
                new PrintWriter(written, true), width, ProgressAmount.Unit.STEPS, () -> cancelled, now::get);
    }
}
