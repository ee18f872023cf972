package studio.ctnr.container;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The names of folders that Windows has kept as junctions since Vista, for programs that were written before: what is
 * stored under one of them is stored under the folder it points to.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/vss/junction-points-that-vss-does-not-back-up">Junction
 *     points</a>
 */
final class LegacyFolders {
    private static final String SHELL = "AppData\\Roaming\\Microsoft\\Windows\\";
    private static final String CACHE = "AppData\\Local\\Microsoft\\Windows\\";
    private static final String[][] IN_PROFILE = {
        {"Application Data", "AppData\\Roaming"},
        {"Local Settings", "AppData\\Local"},
        {"AppData\\Local\\Application Data", "AppData\\Local"},
        {"AppData\\Local\\History", CACHE + "History"},
        {"AppData\\Local\\Temporary Internet Files", CACHE + "INetCache"},
        {"Cookies", CACHE + "INetCookies"},
        {"My Documents", "Documents"},
        {"Documents\\My Music", "Music"},
        {"Documents\\My Pictures", "Pictures"},
        {"Documents\\My Videos", "Videos"},
        {"NetHood", SHELL + "Network Shortcuts"},
        {"PrintHood", SHELL + "Printer Shortcuts"},
        {"Recent", SHELL + "Recent"},
        {"SendTo", SHELL + "SendTo"},
        {"Start Menu", SHELL + "Start Menu"},
        {"Templates", SHELL + "Templates"},
    };
    private static final String[][] ON_SYSTEM_DRIVE = {
        {"Documents and Settings", "Users"},
        {"Users\\All Users", "ProgramData"},
        {"Users\\Default User", "Users\\Default"},
        {"ProgramData\\Application Data", "ProgramData"},
        {"ProgramData\\Desktop", "Users\\Public\\Desktop"},
        {"ProgramData\\Documents", "Users\\Public\\Documents"},
        {"ProgramData\\Start Menu", "ProgramData\\Microsoft\\Windows\\Start Menu"},
        {"ProgramData\\Templates", "ProgramData\\Microsoft\\Windows\\Templates"},
        {"PROGRA~1", "Program Files"},
        {"PROGRA~2", "Program Files (x86)"},
        {"PROGRA~3", "ProgramData"},
    };
    /** A chain of junctions is at most this long: Documents and Settings, the profile, Local Settings, and one more. */
    private static final int LONGEST_CHAIN = 8;

    private final List<Junction> junctions = new ArrayList<>();

    private record Junction(WindowsPath name, WindowsPath target) {}

    LegacyFolders(WindowsPath profile, WindowsPath temp, WindowsPath system) {
        add(profile, IN_PROFILE);
        add(system, ON_SYSTEM_DRIVE);
        WindowsPath usualTemp = profile.resolve("AppData\\Local\\Temp");
        if (!temp.startsWith(usualTemp)) {
            junctions.add(new Junction(usualTemp, temp));
        }
        junctions.sort(Comparator.comparing(
                        (Junction junction) -> junction.name.names().size())
                .reversed());
    }

    private void add(WindowsPath folder, String[][] pairs) {
        for (String[] pair : pairs) {
            junctions.add(new Junction(folder.resolve(pair[0]), folder.resolve(pair[1])));
        }
    }

    /** The path that {@code path} really leads to; itself when there is no junction on the way. */
    WindowsPath target(WindowsPath path) {
        WindowsPath here = path;
        for (int step = 0; step < LONGEST_CHAIN; step++) {
            WindowsPath next = step(here);
            if (next == here) {
                return here;
            }
            here = next;
        }
        return here;
    }

    private WindowsPath step(WindowsPath path) {
        for (Junction junction : junctions) {
            if (path.startsWith(junction.name)) {
                return junction.target.resolve(path.relativeTo(junction.name));
            }
        }
        return path;
    }
}
