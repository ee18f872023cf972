package studio.ctnr.toolkit.dialog;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A question for a line of text, such as a name.
 *
 * @param label of the field
 * @param first what stands in the field, all of it selected
 * @param check says what is wrong with a text, or nothing
 * @param act what the button says
 */
public record TextQuestion(
        String title,
        String label,
        String first,
        Function<String, Optional<String>> check,
        String act,
        Consumer<String> then) {}
