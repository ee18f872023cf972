package studio.ctnr.engine.projection.internal.registered;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.ctnr.container.Variable;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.CaptureMachine;

/** The capture machine's folders: what its environment variables stand for, and how a container names its paths. */
public final class MachinePaths {
    private static final Pattern VARIABLE = Pattern.compile("%([^%]+)%");

    private final Map<String, String> environment;
    private final List<Place> places = new ArrayList<>();

    private record Place(WindowsPath folder, String name) {}

    public MachinePaths(CaptureMachine machine) {
        WindowsPath system = WindowsPath.of(machine.profile().drive() + ":\\");
        WindowsPath programs = system.resolve("Program Files");
        WindowsPath programs32 = system.resolve("Program Files (x86)");
        WindowsPath data = system.resolve("ProgramData");
        WindowsPath windows = system.resolve("Windows");
        WindowsPath profile = machine.profile();
        WindowsPath roaming = profile.resolve("AppData\\Roaming");
        WindowsPath local = profile.resolve("AppData\\Local");
        environment = Map.ofEntries(
                Map.entry("programfiles", programs.toString()),
                Map.entry("programw6432", programs.toString()),
                Map.entry("programfiles(x86)", programs32.toString()),
                Map.entry("commonprogramfiles", programs + "\\Common Files"),
                Map.entry("commonprogramw6432", programs + "\\Common Files"),
                Map.entry("commonprogramfiles(x86)", programs32 + "\\Common Files"),
                Map.entry("programdata", data.toString()),
                Map.entry("allusersprofile", data.toString()),
                Map.entry("systemroot", windows.toString()),
                Map.entry("windir", windows.toString()),
                Map.entry("systemdrive", system.drive() + ":"),
                Map.entry("homedrive", profile.drive() + ":"),
                Map.entry("userprofile", profile.toString()),
                Map.entry("appdata", roaming.toString()),
                Map.entry("localappdata", local.toString()),
                Map.entry("public", system + "Users\\Public"),
                Map.entry("temp", machine.temp().toString()),
                Map.entry("tmp", machine.temp().toString()));
        places.add(new Place(programs, Variable.PROGRAMFILES.token()));
        places.add(new Place(programs32, "%ProgramFiles(x86)%"));
        places.add(new Place(data, "%ProgramData%"));
        places.add(new Place(windows, "%SystemRoot%"));
        places.add(new Place(profile, Variable.USERPROFILE.token()));
        places.add(new Place(roaming, Variable.APPDATA.token()));
        places.add(new Place(local, Variable.LOCALAPPDATA.token()));
        places.add(new Place(machine.temp(), Variable.TEMP.token()));
        places.sort(Comparator.comparing((Place place) -> -place.folder.names().size()));
    }

    /** The path that a text names, with environment variables expanded; empty when it is no path on a drive. */
    public Optional<WindowsPath> path(String text) {
        String expanded = expand(text.strip());
        boolean quoted = expanded.length() > 1 && expanded.startsWith("\"") && expanded.endsWith("\"");
        String plain = quoted ? expanded.substring(1, expanded.length() - 1) : expanded;
        if (plain.startsWith("\\??\\") || plain.startsWith("\\\\?\\")) {
            plain = plain.substring(4);
        }
        try {
            return Optional.of(WindowsPath.of(plain));
        } catch (IllegalArgumentException noPath) {
            return Optional.empty();
        }
    }

    /** The text with the machine's own environment variables expanded; unknown ones stay. */
    public String expand(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        environment.getOrDefault(found.group(1).toLowerCase(Locale.ROOT), found.group())));
    }

    /**
     * How config.yml names a path inside Windows: by the variable of the deepest known folder, so that it holds on a
     * machine whose Windows lies on another drive.
     */
    public String portable(WindowsPath path) {
        for (Place place : places) {
            if (path.startsWith(place.folder)) {
                String rest = Variable.escape(path.relativeTo(place.folder));
                return rest.isEmpty() ? place.name : place.name + "\\" + rest;
            }
        }
        return Variable.escape(path.toString());
    }
}
