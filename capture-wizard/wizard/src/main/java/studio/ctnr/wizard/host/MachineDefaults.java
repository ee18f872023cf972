package studio.ctnr.wizard.host;

import java.util.List;
import java.util.Map;

/**
 * How the clean machine of a capture is, until its engineer chooses otherwise.
 *
 * @param network whether installers reach the network
 * @param windowsVersion one of {@link #WINDOWS}
 * @param minutes how long each step may take, more than none
 */
public record MachineDefaults(boolean network, String windowsVersion, int minutes) {
    /** What Wine can be, by the names that winecfg knows, newest first. */
    public static final List<String> WINDOWS = List.of("win11", "win10", "win81", "win8", "win7", "vista");

    /** What is offered as a time limit. */
    public static final List<Integer> MINUTES = List.of(5, 15, 30, 60, 180);

    /** Those of a first start: without network, as most installers need none. */
    public static final MachineDefaults FIRST = new MachineDefaults(false, "win10", 15);

    private static final Map<String, String> NAMES = Map.of("win81", "Windows 8.1", "vista", "Windows Vista");

    public MachineDefaults {
        if (!WINDOWS.contains(windowsVersion) || minutes < 1) {
            throw new IllegalArgumentException(windowsVersion + ", " + minutes + " min");
        }
    }

    public MachineDefaults withNetwork(boolean allowed) {
        return new MachineDefaults(allowed, windowsVersion, minutes);
    }

    public MachineDefaults withWindowsVersion(String version) {
        return new MachineDefaults(network, version, minutes);
    }

    public MachineDefaults withMinutes(int limit) {
        return new MachineDefaults(network, windowsVersion, limit);
    }

    /** What Microsoft calls a version, the same in every language. */
    public static String nameOf(String version) {
        return NAMES.getOrDefault(version, "Windows " + version.substring("win".length()));
    }
}
