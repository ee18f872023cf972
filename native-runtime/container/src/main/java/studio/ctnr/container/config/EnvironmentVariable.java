package studio.ctnr.container.config;

/**
 * An environment variable that the container's programs get.
 *
 * @param value may name other variables, {@code %CONTAINER_…%} ones as well
 */
public record EnvironmentVariable(String key, String value) {}
