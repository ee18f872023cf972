package studio.ctnr.studio;

import java.util.List;
import java.util.Optional;

/** How large everything is drawn; JavaFX reads it once, when it starts. */
final class Scale {
    /** What JavaFX calls it on Linux and on Windows, see its GtkApplication and WinApplication. */
    private static final List<String> PROPERTIES = List.of("glass.gtk.uiScale", "glass.win.uiScale");

    private Scale() {}

    /**
     * Says it to JavaFX, which is not to be started yet; who starts the program with a scale has it.
     *
     * @param percent empty: as the system has it
     */
    static void use(Optional<Integer> percent) {
        for (String property : PROPERTIES) {
            if (percent.isPresent() && System.getProperty(property) == null) {
                System.setProperty(property, percent.get() + "%");
            }
        }
    }
}
