package studio.ctnr.studio.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.Scene;
import studio.ctnr.studio.archive.OpenedArchive;
import studio.ctnr.studio.jobs.JobsViewModel;
import studio.ctnr.studio.library.LibraryViewModel;
import studio.ctnr.studio.navigation.Navigator;
import studio.ctnr.studio.navigation.PageMaker;
import studio.ctnr.studio.navigation.Place;
import studio.ctnr.studio.settings.Settings;
import studio.ctnr.toolkit.action.ActionTable;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.text.Language;
import studio.ctnr.toolkit.window.WindowFrame;
import studio.ctnr.workbench.inventory.ContainerRecord;

/**
 * What stays while the window is there: the models, and the frame around everything. What is seen in it, the
 * {@link Shell}, is built anew when the language changes.
 */
public final class StudioWindow implements Navigator {
    private final ShellParts parts;
    private final WindowFrame frame = new WindowFrame();
    private final ActionTable actions = new ActionTable();
    private final Desk desk;
    private final JobsViewModel jobs;
    private final LibraryViewModel library;
    private final PageMaker pages;
    private Shell shell;

    public StudioWindow(ShellParts parts) {
        this.parts = parts;
        frame.getStylesheets()
                .add(Objects.requireNonNull(StudioWindow.class.getResource("shell.css"))
                        .toExternalForm());
        desk = new Desk(parts.background(), frame.dialogs(), frame.notices());
        jobs = new JobsViewModel(parts.bench(), desk);
        library = new LibraryViewModel(parts.bench(), desk, this, jobs.running());
        library.denseProperty().set(parts.preferences().now().denseLibrary());
        library.denseProperty()
                .addListener((o, was, is) -> parts.preferences().change(now -> now.withDenseLibrary(is)));
        pages = parts.pages().apply(new ShellParts.Surroundings(desk, this));
        Language.speak(parts.preferences().now().spoken());
        build(Place.LIBRARY);
        parts.preferences().settingsProperty().addListener((o, was, is) -> speak(is));
        jobs.load();
        library.load();
    }

    /** The root of the window's scene. */
    public Parent root() {
        return frame;
    }

    /** Makes shortcuts work in the scene that the root was put into. */
    public void listenTo(Scene scene) {
        actions.listenTo(scene);
    }

    public Desk desk() {
        return desk;
    }

    public LibraryViewModel library() {
        return library;
    }

    /** Asks every page whether the window may close. */
    public void leave(Runnable proceed) {
        shell.leave(proceed);
    }

    @Override
    public void go(Place place) {
        shell.go(place);
    }

    @Override
    public void done(Place next) {
        shell.done(next);
    }

    @Override
    public void show(ContainerRecord container) {
        library.selectedProperty().set(container);
        shell.go(Place.LIBRARY);
    }

    @Override
    public void open(ContainerRecord container) {
        shell.open(Place.LIBRARY, "container " + container.id(), () -> pages.editor(container));
    }

    @Override
    public void view(OpenedArchive archive) {
        shell.open(Place.LIBRARY, archive, () -> pages.archive(archive));
    }

    @Override
    public void capture(List<Path> installers) {
        shell.open(Place.CAPTURES, new Object(), () -> pages.wizard(installers));
    }

    @Override
    public void resume(Path project) {
        shell.open(Place.CAPTURES, "capture " + project, () -> pages.resumed(project));
    }

    private void speak(Settings settings) {
        if (settings.spoken() != Language.spoken()) {
            shell.leave(() -> {
                Language.speak(settings.spoken());
                build(Place.SETTINGS);
            });
        }
    }

    private void build(Place place) {
        actions.remove(actions.all());
        shell = new Shell(parts, frame, actions, desk, jobs, library, pages, this);
        shell.go(place);
    }
}
