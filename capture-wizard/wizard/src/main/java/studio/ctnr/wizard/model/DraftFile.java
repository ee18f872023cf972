package studio.ctnr.wizard.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import studio.ctnr.container.AtomicFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A wizard's draft in its project's folder: {@code wizard.json}. */
public final class DraftFile {
    private static final String NAME = "wizard.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private DraftFile() {}

    /** Writes the draft in one step; the folder is made when it is not there. */
    public static void write(Path project, WizardDraft draft) throws IOException {
        Files.createDirectories(project);
        AtomicFile.write(
                project.resolve(NAME), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(draft));
    }

    /**
     * Reads the draft of a project; empty when there is none.
     *
     * @throws IOException when it can't be read: what is wrong with it, and what it is called
     */
    public static Optional<WizardDraft> read(Path project) throws IOException {
        Path file = project.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            WizardDraft draft = JSON.readValue(Files.readAllBytes(file), WizardDraft.class);
            if (draft.format() > WizardDraft.FORMAT) {
                throw new IOException(file + " was written by a newer version of this program");
            }
            return Optional.of(draft);
        } catch (JacksonException damaged) {
            throw new IOException(file + " is damaged: " + damaged.getOriginalMessage(), damaged);
        }
    }
}
