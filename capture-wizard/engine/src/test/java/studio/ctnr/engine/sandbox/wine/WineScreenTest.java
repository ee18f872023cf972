package studio.ctnr.engine.sandbox.wine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.ctnr.engine.sandbox.LiveScreen.Input;

class WineScreenTest {
    @Test
    void placesThatTheMouseOnlyPassesAreLeftOut() {
        List<Input> inputs = List.of(
                new Input.Move(1, 1),
                new Input.Move(2, 2),
                new Input.Press(1),
                new Input.Move(3, 3),
                new Input.Move(4, 4),
                new Input.Release(1));

        assertThat(WineScreen.withoutPassedPlaces(inputs))
                .containsExactly(new Input.Move(2, 2), new Input.Press(1), new Input.Move(4, 4), new Input.Release(1));
    }

    @Test
    void aKeyIsOneWordForTheShellWhateverItIsCalled() {
        assertThat(WineScreen.words(new Input.Key("ctrl+a"))).startsWith("key ").contains("ctrl+a");
        assertThat(WineScreen.words(new Input.Key("a; rm -rf /"))).contains("'a; rm -rf /'");
    }

    private static ByteBuffer dump(int width, int height, int pixel) {
        int header = 100;
        ByteBuffer dump = ByteBuffer.allocate(header + width * height * 4).order(ByteOrder.BIG_ENDIAN);
        int[] fields = {header, 7, 2, 24, width, height, 0, 0, 32, 0, 32, 32, width * 4};
        for (int i = 0; i < fields.length; i++) {
            dump.putInt(4 * i, fields[i]);
        }
        for (int at = header; at < dump.limit(); at += 4) {
            dump.order(ByteOrder.LITTLE_ENDIAN).putInt(at, pixel);
        }
        return dump;
    }

    @Test
    void pixelsAreOpaque() throws IOException {
        int[] pixels = new int[6];
        Screen.pixels(dump(3, 2, 0x00123456), 3, 2, pixels);
        assertThat(pixels).containsOnly(0xff123456);
    }

    @Test
    void aPictureOfAnotherSizeOrCutShortIsRefused() {
        assertThatThrownBy(() -> Screen.pixels(dump(3, 2, 0), 2, 3, new int[6])).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Screen.pixels(dump(3, 2, 0).limit(110), 3, 2, new int[6]))
                .isInstanceOf(IOException.class);
    }
}
