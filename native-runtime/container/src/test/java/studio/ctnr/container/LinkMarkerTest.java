package studio.ctnr.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import studio.ctnr.container.LinkMarker.Kind;

class LinkMarkerTest {
    @Test
    void a_marker_stands_beside_the_name_that_it_makes_a_link() {
        assertThat(LinkMarker.markerFor("node_modules")).isEqualTo(".wh..wh.lnk.node_modules");
        assertThat(LinkMarker.linked(".wh..wh.lnk.node_modules")).contains("node_modules");
        assertThat(LinkMarker.linked(".wh..wh.lnk.")).isEmpty();
        assertThat(LinkMarker.linked(".wh.gone")).isEmpty();
    }

    @Test
    void it_says_where_the_link_leads() {
        LinkMarker junction =
                LinkMarker.of(SampleLinks.junction("\\??\\C:\\App\\1.2")).orElseThrow();
        assertThat(junction).isEqualTo(new LinkMarker(Kind.JUNCTION, "\\??\\C:\\App\\1.2", false));
        assertThat(junction.shown()).isEqualTo("C:\\App\\1.2");
        assertThat(LinkMarker.of(SampleLinks.symbolic("..\\other", true)))
                .contains(new LinkMarker(Kind.SYMBOLIC_LINK, "..\\other", true));
    }

    @Test
    void what_does_not_agree_with_its_length_makes_no_link() {
        byte[] whole = SampleLinks.symbolic("..\\other", true);
        for (int length = 0; length < whole.length; length++) {
            assertThat(LinkMarker.of(Arrays.copyOf(whole, length))).isEmpty();
        }
        assertThat(LinkMarker.of(Arrays.copyOf(whole, whole.length + 1))).isEmpty();
        for (int at : new int[] {0, 4, 8, 9, 10, 11, 12, 14}) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x41;
            assertThat(LinkMarker.of(changed)).as("byte %d", at).isEmpty();
        }
        assertThat(LinkMarker.of(new byte[LinkMarker.LONGEST + 1])).isEmpty();
    }
}
