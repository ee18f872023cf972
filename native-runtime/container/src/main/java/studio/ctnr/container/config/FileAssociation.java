package studio.ctnr.container.config;

import java.util.Optional;

/**
 * A kind of file that the application opens.
 *
 * @param extension with its dot, such as {@code .txt}
 * @param progid the class in HKEY_CLASSES_ROOT that describes it
 * @param command the command line of its open verb
 */
public record FileAssociation(
        String extension, Optional<String> progid, Optional<String> description, Optional<String> command) {}
