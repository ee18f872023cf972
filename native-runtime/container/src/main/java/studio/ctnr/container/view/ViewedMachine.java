package studio.ctnr.container.view;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import studio.ctnr.container.WindowsPath;

/**
 * The machine that a container is thought to run on, as far as its paths are told by it: where the folders are that
 * variables name. The launcher asks the real machine the same (machine.c).
 *
 * @param root the container's folder on that machine
 * @param profile the user's profile folder
 * @param temp the folder for temporary files
 * @param systemDrive the letter of the drive that Windows is on
 */
public record ViewedMachine(WindowsPath root, WindowsPath profile, WindowsPath temp, char systemDrive) {
    private static final String USER = "user";
    private static final Pattern OF_32_BITS = Pattern.compile("%((?:Common)?ProgramFiles)%", Pattern.CASE_INSENSITIVE);

    /** A machine with everything where Windows puts it, for questions that no real machine is at hand for. */
    public static ViewedMachine usual() {
        return usual(USER);
    }

    /** The same for a user of another name. */
    public static ViewedMachine usual(String user) {
        WindowsPath profile = WindowsPath.of("C:\\Users\\" + user);
        return new ViewedMachine(
                WindowsPath.of("C:\\container"), profile, profile.resolve("AppData\\Local\\Temp"), 'C');
    }

    /** This machine with the container in another folder. */
    public ViewedMachine withRoot(WindowsPath folder) {
        return new ViewedMachine(folder, profile, temp, systemDrive);
    }

    public WindowsPath appdata() {
        return profile.resolve("AppData\\Roaming");
    }

    public WindowsPath localAppdata() {
        return profile.resolve("AppData\\Local");
    }

    /** A path below the root of the system drive. */
    public WindowsPath onSystemDrive(String relative) {
        return WindowsPath.of(systemDrive + ":\\").resolve(relative);
    }

    /**
     * The text with each {@code %NAME%} replaced by its value on this machine, container variables and Windows' own;
     * case does not count, and what has no value stays as it is.
     */
    public String expand(String text) {
        Map<String, String> values = values();
        StringBuilder result = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int start = text.indexOf('%', at);
            int end = start < 0 ? -1 : text.indexOf('%', start + 1);
            if (end < 0) {
                break;
            }
            Optional<String> value = Optional.ofNullable(
                    values.get(text.substring(start + 1, end).toUpperCase(Locale.ROOT)));
            result.append(text, at, start).append(value.orElseGet(() -> text.substring(start, end)));
            at = value.isPresent() ? end + 1 : end; // else the second percent sign may begin the next name
        }
        return result.append(text.substring(at)).toString();
    }

    /** The same for a process of one kind: the programs' folder of a 32-bit one is {@code C:\\Program Files (x86)}. */
    public String expand(String text, Bits bits) {
        return expand(
                bits == Bits.X64
                        ? text
                        : OF_32_BITS.matcher(text).replaceAll(match -> "%" + match.group(1) + "(x86)%"));
    }

    private Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        values.put("CONTAINER_ROOT", root.toString());
        values.put("CONTAINER_APPDATA", appdata().toString());
        values.put("CONTAINER_LOCALAPPDATA", localAppdata().toString());
        values.put("CONTAINER_TEMP", temp.toString());
        values.put("CONTAINER_PROGRAMFILES", onSystemDrive("Program Files").toString());
        values.put("CONTAINER_USERPROFILE", profile.toString());
        values.put("CONTAINER_USERNAME", profile.name());
        values.put("CONTAINER_PERCENT", "%");
        values.put("USERPROFILE", profile.toString());
        values.put("APPDATA", appdata().toString());
        values.put("LOCALAPPDATA", localAppdata().toString());
        values.put("TEMP", temp.toString());
        values.put("TMP", temp.toString());
        values.put("USERNAME", profile.name());
        values.put("SYSTEMDRIVE", systemDrive + ":");
        values.put("HOMEDRIVE", systemDrive + ":");
        values.put("SYSTEMROOT", onSystemDrive("Windows").toString());
        values.put("WINDIR", onSystemDrive("Windows").toString());
        values.put("PROGRAMFILES", onSystemDrive("Program Files").toString());
        values.put("PROGRAMW6432", onSystemDrive("Program Files").toString());
        values.put("PROGRAMFILES(X86)", onSystemDrive("Program Files (x86)").toString());
        values.put(
                "COMMONPROGRAMFILES",
                onSystemDrive("Program Files\\Common Files").toString());
        values.put(
                "COMMONPROGRAMFILES(X86)",
                onSystemDrive("Program Files (x86)\\Common Files").toString());
        values.put("PROGRAMDATA", onSystemDrive("ProgramData").toString());
        values.put("ALLUSERSPROFILE", onSystemDrive("ProgramData").toString());
        values.put("PUBLIC", onSystemDrive("Users\\Public").toString());
        return values;
    }
}
