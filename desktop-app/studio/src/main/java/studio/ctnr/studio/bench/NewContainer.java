package studio.ctnr.studio.bench;

import java.util.Optional;

/**
 * A container to be made without an installer.
 *
 * @param template empty: with nothing in it
 */
public record NewContainer(String id, String name, String version, Optional<String> template) {}
