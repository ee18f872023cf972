package studio.ctnr.container.config;

import java.util.Objects;

/**
 * How the container's archive is protected.
 *
 * @param signed whether its manifest carries a signature
 */
public record SecurityConfig(boolean signed, Encryption encryption) {
    public static final SecurityConfig DEFAULT = new SecurityConfig(false, Encryption.NONE);

    public SecurityConfig {
        Objects.requireNonNull(encryption);
    }

    public enum Encryption {
        NONE,
        AES_GCM_256
    }
}
