package studio.ctnr.workbench.inventory;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/**
 * A container in the trash.
 *
 * @param token its name there
 * @param folder where it lay, and comes back to
 * @param linked whether its folder stayed where it was
 * @param size in bytes
 * @param retired when
 */
public record RetiredContainer(
        String token, String id, String name, String version, Path folder, boolean linked, long size, Instant retired) {
    public RetiredContainer {
        Objects.requireNonNull(token);
        Objects.requireNonNull(id);
        Objects.requireNonNull(folder);
    }
}
