package studio.ctnr.container.config;

import java.util.Objects;
import java.util.Optional;

/**
 * A service that the application brings.
 *
 * @param name its key name, as the service controller knows it
 * @param command its command line; empty when it has none to start
 */
public record ServiceConfig(String name, Type type, Mode mode, Start start, Optional<String> command) {
    public ServiceConfig {
        Objects.requireNonNull(type);
        Objects.requireNonNull(mode);
        Objects.requireNonNull(start);
    }

    public enum Type {
        WINDOWS_SERVICE
    }

    /** How it is provided inside the container. */
    public enum Mode {
        /** A process of the container runs its command when an application asks for it; without a command it only exists. */
        STUB,
        /** It is the host's own service of that name. */
        SHARED
    }

    /** When it starts. */
    public enum Start {
        AUTO,
        MANUAL,
        DISABLED
    }
}
