package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The screenshots of one step, numbered from 1. */
final class Screenshots {
    private static final Logger LOG = LoggerFactory.getLogger(Screenshots.class);

    private final Optional<Path> screen;
    private final Path folder;
    private final String prefix;
    private int taken;

    /**
     * @param screen the virtual screen's picture; empty when the screen is a person's own, which is not pictured
     */
    Screenshots(Optional<Path> screen, Path folder, String prefix) {
        this.screen = screen;
        this.folder = folder;
        this.prefix = prefix;
    }

    /** Takes one; a picture that can't be taken is no reason to fail the step. */
    Optional<Path> take() {
        if (screen.isEmpty()) {
            return Optional.empty();
        }
        Path file = folder.resolve("%s-%d.png".formatted(prefix, ++taken));
        try {
            Screen.save(screen.get(), file);
            return Optional.of(file);
        } catch (IOException e) {
            LOG.warn("No screenshot could be taken: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
