package studio.ctnr.toolkit.control;

import java.util.function.Function;
import javafx.util.StringConverter;

/** Shows values in a box by their labels; the box is not edited. */
public final class LabelConverter<T> extends StringConverter<T> {
    private final Function<T, String> label;

    public LabelConverter(Function<T, String> label) {
        this.label = label;
    }

    @Override
    public String toString(T value) {
        return value == null ? "" : label.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException();
    }
}
