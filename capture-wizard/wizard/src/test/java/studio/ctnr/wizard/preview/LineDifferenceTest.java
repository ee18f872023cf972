package studio.ctnr.wizard.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.ctnr.wizard.preview.Preview.Line;

class LineDifferenceTest {
    private static List<String> shown(List<Line> lines) {
        return lines.stream()
                .map(line -> switch (line.happened()) {
                            case SAME -> " ";
                            case ADDED -> "+";
                            case REMOVED -> "-";
                        }
                        + line.text())
                .toList();
    }

    @Test
    void whatIsCommonStays() {
        assertThat(shown(LineDifference.of(List.of("a", "b", "c", "d"), List.of("a", "c", "x", "d"))))
                .containsExactly(" a", "-b", " c", "+x", " d");
    }

    @Test
    void repeatedLinesAreNotCountedTwice() {
        assertThat(shown(LineDifference.of(List.of("a", "a"), List.of("a")))).containsExactly(" a", "-a");
        assertThat(shown(LineDifference.of(List.of("a"), List.of("a", "a")))).containsExactly(" a", "+a");
    }

    @Test
    void oneLineOfALongTextIsFoundWithThreeAroundIt() {
        List<String> before =
                IntStream.range(0, 20_000).mapToObj(Integer::toString).toList();
        List<String> after = new ArrayList<>(before);
        after.set(15_000, "other");
        assertThat(shown(LineDifference.shortened(LineDifference.of(before, after))))
                .containsExactly(
                        " ⋯", " 14997", " 14998", " 14999", "-15000", "+other", " 15001", " 15002", " 15003", " ⋯");
    }

    @Test
    void twoLongTextsThatShareNothingAreOneRemovedAndOneAdded() {
        List<String> before = Stream.generate(() -> "x").limit(3_000).toList();
        List<String> after = Stream.generate(() -> "y").limit(3_000).toList();
        List<Line> lines = LineDifference.of(before, after);
        assertThat(shown(lines)).hasSize(6_000).startsWith("-x").endsWith("+y");
    }
}
