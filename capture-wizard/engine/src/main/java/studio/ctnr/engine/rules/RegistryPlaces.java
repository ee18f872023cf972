package studio.ctnr.engine.rules;

import java.util.ArrayList;
import java.util.List;
import studio.ctnr.container.WindowsNames;

/** Turns patterns of registry keys into globs: one key is found in more than one place. */
final class RegistryPlaces {
    private static final String WOW = "WOW6432NODE";
    private static final String SID = "%USERSID%";

    private RegistryPlaces() {}

    /**
     * The globs of a pattern: those of HKCR are looked for in both hives, those below Software also in WOW6432Node, and
     * those below CurrentControlSet also in the numbered sets.
     */
    static List<Glob> globs(String pattern, String userSid) {
        int slash = pattern.indexOf('\\');
        String root = WindowsNames.fold(slash < 0 ? pattern : pattern.substring(0, slash));
        String rest = (slash < 0 ? "" : pattern.substring(slash)).replace(SID, userSid);
        List<Glob> globs = new ArrayList<>();
        for (String start : starts(root, pattern)) {
            Glob glob = Glob.of(start + rest);
            globs.add(glob);
            addTwins(glob, globs);
        }
        return globs;
    }

    private static List<String> starts(String root, String pattern) {
        return switch (root) {
            case "HKLM", "HKEY_LOCAL_MACHINE" -> List.of("HKLM");
            case "HKCU", "HKEY_CURRENT_USER" -> List.of("HKCU");
            case "HKU", "HKEY_USERS" -> List.of("HKU");
            case "HKCR", "HKEY_CLASSES_ROOT" -> List.of("HKLM\\Software\\Classes", "HKCU\\Software\\Classes");
            case "HK*", "*", "**" -> List.of(root);
            default ->
                throw new IllegalArgumentException(
                        pattern + " starts with no registry root: begin with HKLM, HKCU, HKCR, HKU or HK*");
        };
    }

    private static void addTwins(Glob glob, List<Glob> globs) {
        if (glob.isLiteral(1, "SOFTWARE") && glob.steps().size() > 2 && !glob.isLiteral(2, WOW)) {
            globs.add(glob.insert(2, WOW));
            if (glob.isLiteral(2, "CLASSES") && glob.steps().size() > 3 && !glob.isLiteral(3, WOW)) {
                globs.add(glob.insert(3, WOW));
            }
        }
        if (glob.isLiteral(1, "SYSTEM") && glob.isLiteral(2, "CURRENTCONTROLSET")) {
            globs.add(glob.replace(2, "ControlSet???"));
        }
    }
}
