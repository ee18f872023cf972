package studio.ctnr.studio.bench;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A capture project, for a list.
 *
 * @param name of the application, or of the installer while nobody knows more
 * @param changes how many files and values it recorded
 * @param readable whether the wizard can take it up
 */
public record CaptureSummary(
        Path folder, String name, String installer, Instant changed, long changes, boolean readable) {}
