package studio.ctnr.engine.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A window that waits for a person.
 *
 * @param title the window's title
 * @param text what it says, one entry for each label
 * @param buttons what could be pressed
 * @param screenshot a PNG of the whole screen in the workspace; empty when the screen is a person's own
 */
public record WaitingForInput(String title, List<String> text, List<String> buttons, Optional<Path> screenshot) {
    public WaitingForInput {
        text = List.copyOf(text);
        buttons = List.copyOf(buttons);
    }
}
