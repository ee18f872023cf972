package studio.ctnr.wizard.model;

import java.nio.file.Path;

/**
 * One installer as the engineer set it up.
 *
 * @param installer a file on this host
 * @param arguments its command line's rest, as one text
 * @param wholeFolder whether it sees the other files of its folder
 */
public record StepDraft(String installer, String arguments, boolean wholeFolder) {
    public Path file() {
        return Path.of(installer);
    }

    public StepDraft withArguments(String other) {
        return new StepDraft(installer, other, wholeFolder);
    }

    public StepDraft withWholeFolder(boolean seen) {
        return new StepDraft(installer, arguments, seen);
    }
}
