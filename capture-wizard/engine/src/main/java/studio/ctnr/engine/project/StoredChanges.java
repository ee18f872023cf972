package studio.ctnr.engine.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.CaptureMachine;
import studio.ctnr.engine.change.CaptureProcess;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.ProcessTree;
import studio.ctnr.engine.change.RegistryChange;

/** A change set that is read from a project's files as its streams are. */
record StoredChanges(ProjectFolder folder, CaptureMachine machine) implements ChangeSet {
    @Override
    public Stream<FileChange> files() throws IOException {
        return JsonLines.read(
                ProjectFolder.files(folder.changes()), FileChangeJson::read, Comparator.comparing(FileChange::path));
    }

    @Override
    public Stream<RegistryChange> registry() throws IOException {
        return JsonLines.read(
                ProjectFolder.registry(folder.changes()), RegistryChangeJson.reader(), RegistryChangeJson.ORDER);
    }

    /** A project of format 1, or of a capture that was not observed, has none. */
    @Override
    public ProcessTree processes() throws IOException {
        Path file = ProjectFolder.processes(folder.changes());
        if (!Files.exists(file)) {
            return ProcessTree.NONE;
        }
        try (Stream<CaptureProcess> processes = JsonLines.read(file, ProcessJson::read, ProcessJson.ORDER)) {
            return new ProcessTree(processes.toList());
        } catch (UncheckedIOException damaged) {
            throw damaged.getCause();
        }
    }

    @Override
    public Path content(WindowsPath file) {
        return ProjectFolder.content(folder.content(), file);
    }

    @Override
    public Optional<Path> earlier(WindowsPath file) {
        return Optional.of(ProjectFolder.content(folder.before(), file)).filter(Files::isRegularFile);
    }
}
