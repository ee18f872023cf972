package studio.ctnr.workbench.life;

import java.util.Objects;
import java.util.Optional;

/**
 * Who a new container is to be.
 *
 * @param id a free one like the name when empty
 * @param version the application's
 */
public record NewContainer(Optional<String> id, String name, String version) {
    public NewContainer {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(version);
    }
}
