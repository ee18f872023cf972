package studio.ctnr.container;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which path of a Windows machine lies where in a container, both ways. Pure: it looks at no disk, and names keep the
 * spelling they come with.
 *
 * <p>Container paths are relative to the container's folder and use forward slashes.
 */
public final class ContainerLayout {
    private static final String DRIVES = "rootfs/Drives/";

    private final List<Place> places = new ArrayList<>();
    private final LegacyFolders legacy;

    private record Place(WindowsPath windows, String container) {}

    private ContainerLayout(WindowsPath profile, WindowsPath temp, char systemDrive) {
        WindowsPath system = WindowsPath.of(systemDrive + ":\\");
        WindowsPath local = profile.resolve("AppData\\Local");
        places.add(new Place(system.resolve("Program Files"), "rootfs/ProgramFiles"));
        places.add(new Place(system.resolve("Program Files (x86)"), "rootfs/ProgramFilesX86"));
        places.add(new Place(system.resolve("ProgramData"), "rootfs/ProgramData"));
        places.add(new Place(system.resolve("Windows"), "rootfs/Windows"));
        places.add(new Place(profile, "user/Profile"));
        places.add(new Place(profile.resolve("AppData\\Roaming"), "user/AppData/Roaming"));
        places.add(new Place(local, "user/LocalAppData"));
        places.add(new Place(temp, "temp"));
        places.sort(Comparator.comparing((Place place) -> place.windows.names().size())
                .reversed());
        legacy = new LegacyFolders(profile, temp, system);
    }

    /** The layout of a machine whose user has this profile folder, system drive C and the usual temporary folder. */
    public static ContainerLayout of(WindowsPath profile) {
        return of(profile, profile.resolve("AppData\\Local\\Temp"), 'C');
    }

    /**
     * The layout of a machine.
     *
     * @param profile the user's profile folder, such as {@code C:\Users\name}
     * @param temp the folder that {@code %TEMP%} names
     * @param systemDrive the letter of the drive that Windows is on
     */
    public static ContainerLayout of(WindowsPath profile, WindowsPath temp, char systemDrive) {
        return new ContainerLayout(profile, temp, systemDrive);
    }

    /**
     * Where a path of the machine lies in the container. The compatibility names that Windows keeps as junctions (such
     * as {@code Application Data} in a profile) lead to where they point.
     */
    public String toContainer(WindowsPath path) {
        WindowsPath real = legacy.target(path);
        for (Place place : places) {
            if (real.startsWith(place.windows)) {
                return join(place.container, real.relativeTo(place.windows));
            }
        }
        return join(DRIVES + real.drive(), real.relativeTo(WindowsPath.of(real.drive() + ":\\")));
    }

    /** The path that a path of the machine really leads to, with the compatibility names on the way followed. */
    public WindowsPath real(WindowsPath path) {
        return legacy.target(path);
    }

    private static String join(String folder, String relative) {
        return relative.isEmpty() ? folder : folder + "/" + relative.replace('\\', '/');
    }

    /**
     * The path of the machine that {@link #toContainer} gives {@code path} for; case does not count. Empty when there
     * is none: for the container's own parts (hives, logs, programs, the folders between) and for a path under which
     * the application could never see it, such as {@code rootfs/Drives/C/Windows}.
     *
     * @throws IllegalArgumentException when it steps through {@code ..}
     */
    public Optional<WindowsPath> toWindows(String path) {
        Optional<WindowsPath> windows = places.stream()
                .filter(place -> lies(path, place.container))
                .findFirst()
                .map(place -> place.windows.resolve(below(path, place.container)))
                .or(() -> onDrive(path));
        return windows.filter(found -> WindowsNames.fold(toContainer(found)).equals(WindowsNames.fold(path)));
    }

    private static Optional<WindowsPath> onDrive(String path) {
        if (path.length() <= DRIVES.length() || !lies(path, DRIVES.substring(0, DRIVES.length() - 1))) {
            return Optional.empty();
        }
        String rest = path.substring(DRIVES.length());
        char letter = WindowsNames.fold(rest).charAt(0);
        boolean drive = letter >= 'A' && letter <= 'Z' && (rest.length() == 1 || rest.charAt(1) == '/');
        return drive ? Optional.of(WindowsPath.of(letter + ":\\" + rest.substring(1))) : Optional.empty();
    }

    private static boolean lies(String path, String folder) {
        return path.regionMatches(true, 0, folder, 0, folder.length())
                && (path.length() == folder.length() || path.charAt(folder.length()) == '/');
    }

    private static String below(String path, String folder) {
        return path.length() == folder.length() ? "" : path.substring(folder.length() + 1);
    }
}
