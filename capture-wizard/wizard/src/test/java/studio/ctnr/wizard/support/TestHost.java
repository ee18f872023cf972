package studio.ctnr.wizard.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.ctnr.engine.sandbox.Sandbox;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.background.BackgroundTask;
import studio.ctnr.toolkit.background.Work;
import studio.ctnr.wizard.host.WizardHost;

/** A program around the wizard that remembers what it was asked to do. */
public final class TestHost implements WizardHost {
    public final List<Path> built = new ArrayList<>();
    public final List<Path> run = new ArrayList<>();
    public final List<Path> shown = new ArrayList<>();
    public int left;

    private final Path folder;
    private final Sandbox sandbox;
    private final Background background;

    public TestHost(Path folder, Sandbox sandbox, Background background) {
        this.folder = folder;
        this.sandbox = sandbox;
        this.background = background;
    }

    @Override
    public Sandbox sandbox() {
        return sandbox;
    }

    @Override
    public Path newProject(String name) {
        return free(folder.resolve(name.replaceAll("[^A-Za-z0-9. -]", "_") + ".capture"));
    }

    @Override
    public Path newContainer(String id) {
        try {
            Files.createDirectories(folder.resolve("containers"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return free(folder.resolve("containers").resolve(id));
    }

    private static Path free(Path wanted) {
        Path path = wanted;
        for (int number = 2; Files.exists(path); number++) {
            path = wanted.resolveSibling(wanted.getFileName() + "-" + number);
        }
        return path;
    }

    @Override
    public <T> BackgroundTask<T> job(String title, Kind kind, Work<T> work) {
        return background.run(work);
    }

    @Override
    public void draftChanged(Path project) {
        // nobody lists them here
    }

    @Override
    public void built(Path container, Path project) {
        built.add(container);
    }

    @Override
    public void run(Path container) {
        run.add(container);
    }

    @Override
    public void showInLibrary(Path container) {
        shown.add(container);
    }

    @Override
    public void leave() {
        left++;
    }
}
