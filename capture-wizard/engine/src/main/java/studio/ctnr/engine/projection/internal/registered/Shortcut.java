package studio.ctnr.engine.projection.internal.registered;

import java.util.Optional;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.projection.internal.shortcut.ShellLink;

/**
 * A shortcut that an installer made.
 *
 * @param file the .lnk file
 * @param place where the user meets it
 * @param target the program on the capture machine, with advertised ones resolved; empty when it names none
 */
record Shortcut(WindowsPath file, Place place, ShellLink link, Optional<WindowsPath> target) {

    /** Where shortcuts are made for users; others are an application's own. */
    enum Place {
        DESKTOP,
        START_MENU,
        /** Started by Windows at the beginning of the user's session. */
        STARTUP;

        /** The place that a file lies in; empty for any other. */
        static Optional<Place> of(WindowsPath file) {
            String folder = file.parent() + "\\";
            if (contains(folder, "\\Start Menu\\Programs\\Startup\\")) {
                return Optional.of(STARTUP);
            }
            if (contains(folder, "\\Start Menu\\")) {
                return Optional.of(START_MENU);
            }
            boolean ofUser = file.names().size() == 4 && file.parent().name().equalsIgnoreCase("Desktop");
            return ofUser ? Optional.of(DESKTOP) : Optional.empty();
        }

        private static boolean contains(String folder, String part) {
            return WindowsNames.fold(folder).contains(WindowsNames.fold(part));
        }
    }

    /** What users read below the icon. */
    String name() {
        String name = file.name();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
