package studio.ctnr.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.Progress;
import studio.ctnr.container.archive.Archive;
import studio.ctnr.engine.run.TemporaryCopy;
import studio.ctnr.engine.run.UnpackedArchives;

/**
 * A container that can be run, from what the command line named: a folder is run where it lies, an archive in the user's
 * copy of what it holds. A temporary one goes when it is closed.
 */
record RunnableSource(ContainerFolder container, AutoCloseable temporary) implements AutoCloseable {

    static RunnableSource open(Path source, boolean temporary, Progress progress) throws IOException {
        if (ContainerFolder.isContainer(source)) {
            ContainerFolder folder = ContainerFolder.open(source);
            return temporary ? of(TemporaryCopy.of(folder, progress)) : new RunnableSource(folder, () -> {});
        }
        if (!Files.exists(source)) {
            throw new CommandFailure(ExitCode.WRONG_USE, "there is no " + source);
        }
        if (Files.isDirectory(source)) {
            boolean project = Files.exists(source.resolve("project.yml"));
            throw new CommandFailure(
                    ExitCode.WRONG_USE,
                    project
                            ? source + " is a capture project; make a container of it first: ctnr build " + source
                                    + " --folder DIR"
                            : source + " is no container: it has no config.yml");
        }
        try (Archive archive = Archive.open(source)) {
            return temporary
                    ? of(TemporaryCopy.of(archive, progress))
                    : new RunnableSource(UnpackedArchives.ofUser().open(archive, progress), () -> {});
        }
    }

    private static RunnableSource of(TemporaryCopy copy) {
        return new RunnableSource(copy.container(), copy);
    }

    @Override
    public void close() throws IOException {
        try {
            temporary.close();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
