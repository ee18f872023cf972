package studio.ctnr.engine.sandbox;

import java.io.IOException;
import java.util.List;

/** A machine's virtual screen, seen and used from outside while the machine runs. */
public interface LiveScreen {
    /** In pixels. */
    int width();

    /** In pixels. */
    int height();

    /**
     * Copies what is on the screen now.
     *
     * @param pixels gets {@code width × height} pixels as {@code 0xffRRGGBB}, row by row
     * @throws IOException when the screen is gone, or its picture is damaged
     */
    void read(int[] pixels) throws IOException;

    /**
     * Has mouse and keyboard do something, in its order and after what was asked before; returns at once. What can't be
     * done, because the machine is gone, is forgotten.
     */
    void use(List<Input> inputs);

    /** Whether mouse and keyboard can be used; without it the screen can only be looked at. */
    boolean usable();

    /** Something that a person does. */
    sealed interface Input {
        /** In pixels from the upper left. */
        record Move(int x, int y) implements Input {}

        /** @param button 1 left, 2 middle, 3 right, 4 and 5 the wheel up and down */
        record Press(int button) implements Input {}

        /** @param button as of {@link Press} */
        record Release(int button) implements Input {}

        /**
         * A key is pressed and let go.
         *
         * @param keysym X's name of it, with modifiers before it: {@code Return}, {@code ctrl+a}, {@code U00e1}
         */
        record Key(String keysym) implements Input {}
    }
}
