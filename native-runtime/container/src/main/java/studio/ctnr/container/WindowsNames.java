package studio.ctnr.container;

import java.util.Optional;
import java.util.Set;

/**
 * The rules that Windows has for the name of one file or folder, applied alike on every host.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/fileio/naming-a-file">Naming files, paths and namespaces</a>
 */
public final class WindowsNames {
    private static final int LONGEST = 255;
    private static final String FORBIDDEN = "<>:\"/\\|?*";
    private static final Set<String> DEVICES = Set.of(
            "CON",
            "PRN",
            "AUX",
            "NUL",
            "CONIN$",
            "CONOUT$",
            "COM1",
            "COM2",
            "COM3",
            "COM4",
            "COM5",
            "COM6",
            "COM7",
            "COM8",
            "COM9",
            "COM\u00b9",
            "COM\u00b2",
            "COM\u00b3",
            "LPT1",
            "LPT2",
            "LPT3",
            "LPT4",
            "LPT5",
            "LPT6",
            "LPT7",
            "LPT8",
            "LPT9",
            "LPT\u00b9",
            "LPT\u00b2",
            "LPT\u00b3");

    private WindowsNames() {}

    /**
     * The form in which two names that Windows takes for the same are equal: each UTF-16 unit in upper case by itself,
     * as NTFS's $UpCase table does, never a mapping of one unit to several.
     */
    public static String fold(String name) {
        char[] units = null;
        for (int i = 0; i < name.length(); i++) {
            char unit = name.charAt(i);
            char upper = fold(unit);
            if (upper != unit) {
                if (units == null) {
                    units = name.toCharArray();
                }
                units[i] = upper;
            }
        }
        return units == null ? name : new String(units);
    }

    /**
     * One UTF-16 unit in upper case by Windows' table, which leaves alone what would not come back as it was: the
     * dotless i, the long s, the micro sign, the final sigma.
     */
    public static char fold(char unit) {
        if (unit < 0x80) {
            return unit >= 'a' && unit <= 'z' ? (char) (unit - 0x20) : unit;
        }
        char upper = Character.toUpperCase(unit);
        return upper != unit && Character.toLowerCase(upper) == unit ? upper : unit;
    }

    /**
     * Orders two folded paths: what is right below another comes right after it, and the units decide otherwise.
     *
     * @return below, at or above 0
     */
    static int comparePaths(String folded, String other) {
        int length = Math.min(folded.length(), other.length());
        for (int i = 0; i < length; i++) {
            char here = folded.charAt(i);
            char there = other.charAt(i);
            if (here != there) {
                return here == '\\' ? -1 : there == '\\' ? 1 : Character.compare(here, there);
            }
        }
        return Integer.compare(folded.length(), other.length());
    }

    /** Says why {@code name} can't be the name of a file on Windows, in a few words; empty when it can. */
    public static Optional<String> problem(String name) {
        if (name.isEmpty()) {
            return Optional.of("is empty");
        }
        if (name.equals(".") || name.equals("..")) {
            return Optional.of("steps through folders");
        }
        if (name.length() > LONGEST) {
            return Optional.of("is longer than 255 characters");
        }
        for (int i = 0; i < name.length(); i++) {
            char unit = name.charAt(i);
            if (unit < 0x20) {
                return Optional.of("holds the control character U+%04X".formatted((int) unit));
            }
            if (FORBIDDEN.indexOf(unit) >= 0) {
                return Optional.of("holds the character " + unit);
            }
        }
        if (name.endsWith(".") || name.endsWith(" ")) {
            return Optional.of("ends with a dot or a space");
        }
        return isDevice(name) ? Optional.of("is the name of a device") : Optional.empty();
    }

    private static boolean isDevice(String name) {
        int dot = name.indexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot)).stripTrailing();
        return DEVICES.contains(fold(stem));
    }
}
