package studio.ctnr.engine.change;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import studio.ctnr.container.WindowsPath;

/** A change set that is another one, seen otherwise: what is not said otherwise is the other's. */
public interface ChangesOver extends ChangeSet {
    /** The other one. */
    ChangeSet underlying();

    @Override
    default CaptureMachine machine() {
        return underlying().machine();
    }

    @Override
    default ProcessTree processes() throws IOException {
        return underlying().processes();
    }

    @Override
    default Stream<FileChange> files() throws IOException {
        return underlying().files();
    }

    @Override
    default Stream<RegistryChange> registry() throws IOException {
        return underlying().registry();
    }

    @Override
    default Path content(WindowsPath file) {
        return underlying().content(file);
    }

    @Override
    default Optional<Path> earlier(WindowsPath file) {
        return underlying().earlier(file);
    }
}
