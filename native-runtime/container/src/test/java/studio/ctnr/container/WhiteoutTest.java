package studio.ctnr.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhiteoutTest {
    @ParameterizedTest
    @CsvSource({
        ".wh.gone.txt, true, true, gone.txt",
        ".wh..wh..opq, true, true,",
        ".wh..wh.lnk.Lang, true, false,",
        ".wh., false, false,",
        "gone.txt, false, false,"
    })
    void marksWhatIsDeletedAndNoLink(String name, boolean reserved, boolean marker, String hidden) {
        assertThat(Whiteout.isReserved(name)).isEqualTo(reserved);
        assertThat(Whiteout.isMarker(name)).isEqualTo(marker);
        assertThat(Whiteout.hidden(name).orElse(null)).isEqualTo(hidden);
    }
}
