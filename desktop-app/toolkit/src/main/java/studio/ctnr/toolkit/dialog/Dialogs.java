package studio.ctnr.toolkit.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Everything a screen asks of the user or the host outside its own nodes. View-models reach it through this interface,
 * so that their tests answer for the user.
 *
 * <p>Answers come back by a call, on the FX thread; when the user goes back on it, no call is made.
 */
public interface Dialogs {
    /** Asks inside the window. */
    void ask(Question question);

    /** Asks for a line of text inside the window. */
    void ask(TextQuestion question);

    /** Shows a pane over the window. */
    void show(Modal modal);

    /** Closes the pane that is shown, if any, as Esc does. */
    void close();

    /** Shows the host's file chooser. */
    void choose(FileChoice choice, Consumer<List<Path>> then);

    /** Puts text on the clipboard. */
    void copy(String text);

    /** The text on the clipboard, or empty. */
    String clipboard();

    /** Opens a file or folder with the host's own program; where it has none, that is told. */
    void open(Path path);
}
