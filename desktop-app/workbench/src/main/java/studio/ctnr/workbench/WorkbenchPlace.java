package studio.ctnr.workbench;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where a user's containers and the inventory lie.
 *
 * @param root absolute
 */
public record WorkbenchPlace(Path root) {
    public WorkbenchPlace {
        root = root.toAbsolutePath().normalize();
    }

    /** That of the user who runs this: {@code CTNR_STATE} where it is set, otherwise where the system keeps such data. */
    public static WorkbenchPlace ofUser() {
        return of(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    /**
     * See the XDG Base Directory Specification for Linux.
     *
     * @param system as {@code os.name} has it
     */
    static WorkbenchPlace of(Map<String, String> environment, String system, Path home) {
        String own = environment.getOrDefault("CTNR_STATE", "");
        if (!own.isEmpty()) {
            return new WorkbenchPlace(Path.of(own));
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new WorkbenchPlace(folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local"))
                    .resolve("Ctnr"));
        }
        if (name.startsWith("mac")) {
            return new WorkbenchPlace(home.resolve("Library/Application Support/Ctnr"));
        }
        return new WorkbenchPlace(folder(environment, "XDG_DATA_HOME", home.resolve(".local/share"))
                .resolve("ctnr"));
    }

    /** A relative one is to be ignored, says the specification. */
    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        Path folder = Path.of(environment.getOrDefault(variable, ""));
        return folder.isAbsolute() ? folder : otherwise;
    }

    public Path database() {
        return root.resolve("inventory.db");
    }

    /** Containers that lie here, each in a folder called by its id. */
    public Path containers() {
        return root.resolve("containers");
    }

    /** What was retired, until it is purged. */
    public Path trash() {
        return root.resolve("trash");
    }

    /** Capture projects that nobody gave another place. */
    public Path captures() {
        return root.resolve("captures");
    }

    /** Locks of processes and containers. */
    public Path locks() {
        return root.resolve("locks");
    }
}
