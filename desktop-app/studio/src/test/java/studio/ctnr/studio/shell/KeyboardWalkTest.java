package studio.ctnr.studio.shell;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.ctnr.studio.bench.FakeBench;
import studio.ctnr.studio.navigation.Place;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.support.FxTest;
import studio.ctnr.toolkit.support.KeyboardWalk;

/** Nobody needs a mouse. */
class KeyboardWalkTest extends FxTest {
    private TestWindow open(FakeBench bench) {
        TestWindow[] shown = new TestWindow[1];
        show(() -> {
            shown[0] = new TestWindow(bench, Background.immediate());
            return shown[0].window.root();
        });
        return shown[0];
    }

    @ParameterizedTest
    @EnumSource
    void everyPlaceIsWalkedThrough(Place place) {
        TestWindow shown = open(FakeBench.full());
        onFx(() -> {
            shown.window.go(place);
            return null;
        });

        KeyboardWalk.through(this, stage.getScene());
    }

    @Test
    void soIsTheFirstStart() {
        open(new FakeBench());

        KeyboardWalk.through(this, stage.getScene());
    }
}
