package studio.ctnr.engine.sandbox.wine;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The whole environment of a machine's processes: nothing of the host's own comes in. */
final class WineEnvironment {
    /** winemenubuilder litters the home folder; the others would want to be downloaded. */
    static final String WITHOUT = "winemenubuilder.exe,mscoree,mshtml=";

    private WineEnvironment() {}

    static Map<String, String> of(MachineLayout layout, DisplayPlan display, Path wine, boolean contained) {
        Map<String, String> environment = new TreeMap<>(display.environment());
        environment.put("PATH", wine.getParent() + ":/usr/bin:/bin");
        environment.put("HOME", contained ? "/home/" + MachineLayout.USER : layout.unixName("home"));
        environment.put("USER", MachineLayout.USER);
        environment.put("LOGNAME", MachineLayout.USER);
        environment.put("LANG", "C.UTF-8");
        environment.put("TZ", "UTC");
        environment.put("WINEPREFIX", layout.unixName("prefix"));
        environment.put("WINEDEBUG", "-all");
        environment.put("WINEDLLOVERRIDES", WITHOUT);
        if (!contained) {
            // what the agent finds its processes by, where there is no process namespace to end
            environment.put("CTNR_SESSION", UUID.randomUUID().toString());
        }
        return environment;
    }
}
