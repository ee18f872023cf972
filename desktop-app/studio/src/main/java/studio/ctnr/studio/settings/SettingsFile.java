package studio.ctnr.studio.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** The file of the settings: written whole or not at all, and never lost for not being understood. */
public final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    /** What it says; {@link Settings#FIRST} when there is none. One that can't be read is kept beside, {@code .unreadable}. */
    public Settings load() {
        try {
            return SettingsText.read(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Settings.FIRST;
        } catch (IOException | JacksonException e) {
            LOG.warn("{} can't be read; starting with the first settings", file, e);
            keepAside();
            return Settings.FIRST;
        }
    }

    public synchronized void save(Settings settings) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), "settings", ".new");
            try {
                Files.writeString(fresh, SettingsText.write(settings));
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            LOG.warn("the settings can't be written to {}", file, e);
        }
    }

    private void keepAside() {
        try {
            if (Files.exists(file)) {
                Files.move(
                        file,
                        file.resolveSibling(file.getFileName() + ".unreadable"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            LOG.warn("{} can't be kept aside", file, e);
        }
    }
}
