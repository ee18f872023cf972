package studio.ctnr.engine.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.CaptureMachine;

/** Turns the patterns of rules into globs for one capture machine: variables become its places. */
final class Places {
    private final Map<String, List<String>> variables = new LinkedHashMap<>();
    private final String userSid;

    Places(CaptureMachine machine) {
        String drive = machine.profile().drive() + ":";
        String profile = machine.profile().toString();
        String windows = drive + "\\Windows";
        String local = profile + "\\AppData\\Local";
        this.userSid = machine.userSid();
        put(drive, "SYSTEMDRIVE");
        put(windows, "WINDIR", "SYSTEMROOT");
        variables.put("SYSTEM", List.of(windows + "\\System32", windows + "\\SysWOW64"));
        put(drive + "\\Program Files", "PROGRAMFILES", "PROGRAMW6432");
        put(drive + "\\Program Files (x86)", "PROGRAMFILES(X86)");
        put(drive + "\\ProgramData", "PROGRAMDATA", "ALLUSERSPROFILE");
        put(drive + "\\Users\\Public", "PUBLIC");
        put(profile, "USERPROFILE");
        put(profile + "\\AppData\\Roaming", "APPDATA");
        put(local, "LOCALAPPDATA");
        Set<String> temps = new LinkedHashSet<>(List.of(machine.temp().toString(), local + "\\Temp"));
        variables.put("TEMP", List.copyOf(temps));
        variables.put("TMP", List.copyOf(temps));
    }

    /** For checking patterns when no capture machine is known yet. */
    static Places anywhere() {
        WindowsPath profile = WindowsPath.of("C:\\Users\\user");
        return new Places(new CaptureMachine(
                "", "", "user", "S-1-5-21-0-0-0-1000", "", profile, profile.resolve("AppData\\Local\\Temp")));
    }

    private void put(String place, String... names) {
        for (String name : names) {
            variables.put(name, List.of(place));
        }
    }

    /** @throws IllegalArgumentException when the pattern makes no sense; says why, and what would */
    List<Glob> globs(Subject subject, String pattern) {
        return subject == Subject.FILES ? files(pattern) : RegistryPlaces.globs(pattern, userSid);
    }

    private List<Glob> files(String pattern) {
        if (pattern.startsWith("%")) {
            int end = pattern.indexOf('%', 1);
            List<String> places = end < 0 ? null : variables.get(WindowsNames.fold(pattern.substring(1, end)));
            if (places == null) {
                throw new IllegalArgumentException(
                        "%s names no variable; there are %s".formatted(pattern, String.join(", ", variables.keySet())));
            }
            String rest = pattern.substring(end + 1);
            List<Glob> globs = new ArrayList<>();
            for (String place : places) {
                globs.add(Glob.of(NameGlob.quotePath(place) + rest));
            }
            return globs;
        }
        if (pattern.indexOf('\\') < 0 && pattern.indexOf('/') < 0 && !pattern.endsWith(":")) {
            return List.of(Glob.of("**\\" + pattern));
        }
        boolean drive = pattern.length() > 1 && pattern.charAt(1) == ':';
        if (!drive && !pattern.startsWith("**")) {
            throw new IllegalArgumentException(
                    pattern + " starts nowhere: begin with a drive (C:\\), a variable (%APPDATA%) or **");
        }
        return List.of(Glob.of(pattern));
    }
}
