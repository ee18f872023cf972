package studio.ctnr.studio.editor.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.ctnr.studio.editor.registry.HexText.NotHexException;

class HexTextTest {
    @Test
    void readsWhatItWrites() throws NotHexException {
        byte[] data = new byte[1000];
        new Random(1).nextBytes(data);

        assertThat(HexText.parse(HexText.editable(data))).isEqualTo(data);
        assertThat(HexText.editable(data).lines().findFirst().orElseThrow()).hasSize(23);
    }

    @Test
    void readsBytesAsPeoplePasteThem() throws NotHexException {
        assertThat(HexText.parse("0a,FF 00\n  1b1c")).containsExactly(0x0a, 0xff, 0x00, 0x1b, 0x1c);
        assertThat(HexText.parse(" ")).isEmpty();
    }

    @Test
    void saysWhereSomethingElseStands() {
        assertThatThrownBy(() -> HexText.parse("00 01\n02 xy")).isInstanceOfSatisfying(NotHexException.class, e -> {
            assertThat(e.line()).isEqualTo(2);
            assertThat(e.column()).isEqualTo(4);
        });
        assertThatThrownBy(() -> HexText.parse("0 1")).hasMessage("line 1, column 2");
        assertThatThrownBy(() -> HexText.parse("01 2")).hasMessage("line 1, column 5");
    }

    @Test
    void showsCharactersThatCanBeRead() {
        assertThat(HexText.characters(new byte[] {'A', 0, 'z', (byte) 0xe9}, 0)).isEqualTo("A.z.");
    }
}
