package studio.ctnr.engine.run;

import java.nio.file.Path;
import java.util.Map;

/** Where what must outlive a run is kept for the user: what applications wrote can't be made again, as a cache can. */
public final class StateFolder {
    private StateFolder() {}

    /** Where CTNR_STATE says, otherwise where the system's users keep data of programs. */
    public static Path of(Map<String, String> environment) {
        String own = environment.getOrDefault("CTNR_STATE", "");
        if (!own.isEmpty()) {
            return Path.of(own).toAbsolutePath();
        }
        String local = environment.getOrDefault("LOCALAPPDATA", "");
        if (!local.isEmpty()) {
            return Path.of(local, "Ctnr Studio");
        }
        String shared = environment.getOrDefault("XDG_DATA_HOME", "");
        Path data = shared.startsWith("/") ? Path.of(shared) : Path.of(System.getProperty("user.home"), ".local/share");
        return data.resolve("ctnr-studio");
    }
}
