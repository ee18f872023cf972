package studio.ctnr.wizard.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a file of a project held when the wizard read or wrote it last. A person may edit it in between, with another
 * program: the wizard writes over nothing that it has not seen. For one thread at a time.
 */
public final class SeenFile {
    private Optional<byte[]> seen = Optional.empty();

    public SeenFile() {}

    /** Takes in what the file holds now, a missing one included. */
    public void look(Path file) throws IOException {
        seen = content(file);
    }

    /** @throws ChangedFileException when it holds something else than was seen last */
    public void refuseChanged(Path file) throws IOException {
        Optional<byte[]> now = content(file);
        boolean same = seen.isEmpty() ? now.isEmpty() : now.isPresent() && Arrays.equals(seen.get(), now.get());
        if (!same) {
            throw new ChangedFileException(file, this);
        }
    }

    private static Optional<byte[]> content(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }
}
