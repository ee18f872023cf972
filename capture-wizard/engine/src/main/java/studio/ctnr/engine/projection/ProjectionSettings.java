package studio.ctnr.engine.projection;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import studio.ctnr.engine.amend.Amendments;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.projection.text.TextChoice;

/**
 * How a capture is projected, and what the engineer says rather than the capture.
 *
 * @param id the container's id; derived from name and version when empty
 * @param name the application's name; from what it registered when empty
 * @param version the application's version, likewise
 * @param installer the installer's file name, the last source for a name; may be empty
 * @param runtime whether the launcher and the hook libraries go into the container
 * @param texts in which text files variables stand for the capture machine's names
 * @param linkFiles whether files are hard links to the project's where that is possible: right for a folder that is
 *     packed and thrown away, wrong for one that is run, since a write to it would reach the project
 * @param unfiltered the capture with what rules keep out, in which bookkeeping of the Windows Installer may be looked up
 * @param amendments what the engineer changes of the capture
 * @param icons the folder of the icon files that they name; it need not exist
 * @param time when all that is made anew was last written (registry keys, hives, icons, config.yml): fixed, so that
 *     equal captures make equal bytes
 */
public record ProjectionSettings(
        Optional<String> id,
        Optional<String> name,
        Optional<String> version,
        String installer,
        boolean runtime,
        TextChoice texts,
        boolean linkFiles,
        Optional<ChangeSet> unfiltered,
        Amendments amendments,
        Optional<Path> icons,
        Instant time) {
    /** Everything from the capture. */
    public static final ProjectionSettings DEFAULT = new ProjectionSettings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            false,
            TextChoice.USUAL,
            false,
            Optional.empty(),
            Amendments.NONE,
            Optional.empty(),
            Instant.parse("2000-01-01T00:00:00Z"));

    /** These in the place of what the capture says; empty ones still come from it. */
    public ProjectionSettings identity(Optional<String> id, Optional<String> named, Optional<String> numbered) {
        return new ProjectionSettings(
                id, named, numbered, installer, runtime, texts, linkFiles, unfiltered, amendments, icons, time);
    }

    public ProjectionSettings installer(String fileName) {
        return new ProjectionSettings(
                id, name, version, fileName, runtime, texts, linkFiles, unfiltered, amendments, icons, time);
    }

    public ProjectionSettings runtime(boolean with) {
        return new ProjectionSettings(
                id, name, version, installer, with, texts, linkFiles, unfiltered, amendments, icons, time);
    }

    public ProjectionSettings texts(TextChoice chosen) {
        return new ProjectionSettings(
                id, name, version, installer, runtime, chosen, linkFiles, unfiltered, amendments, icons, time);
    }

    public ProjectionSettings linkFiles(boolean link) {
        return new ProjectionSettings(
                id, name, version, installer, runtime, texts, link, unfiltered, amendments, icons, time);
    }

    public ProjectionSettings unfiltered(ChangeSet all) {
        return new ProjectionSettings(
                id, name, version, installer, runtime, texts, linkFiles, Optional.of(all), amendments, icons, time);
    }

    public ProjectionSettings amendments(Amendments amended) {
        return new ProjectionSettings(
                id, name, version, installer, runtime, texts, linkFiles, unfiltered, amended, icons, time);
    }

    /** @param files the folder of the icons that {@code amended} names */
    public ProjectionSettings amendments(Amendments amended, Path files) {
        return new ProjectionSettings(
                id, name, version, installer, runtime, texts, linkFiles, unfiltered, amended, Optional.of(files), time);
    }
}
