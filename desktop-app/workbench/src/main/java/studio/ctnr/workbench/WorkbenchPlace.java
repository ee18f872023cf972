package studio.ctnr.workbench;

import java.nio.file.Path;
import studio.ctnr.engine.run.StateFolder;

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
        return new WorkbenchPlace(StateFolder.of(System.getenv()));
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

    /** Rules that every new capture begins with. */
    public Path rules() {
        return root.resolve("rules");
    }

    /** Locks of processes and containers. */
    public Path locks() {
        return root.resolve("locks");
    }
}
