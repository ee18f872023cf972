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
        /** The application is told that it exists; it does not run. */
        STUB,
        /** One process of it runs for all of the container's programs. */
        SHARED
    }

    /** When it starts. */
    public enum Start {
        AUTO,
        MANUAL,
        DISABLED
    }
}
