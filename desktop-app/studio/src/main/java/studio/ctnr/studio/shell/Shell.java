package studio.ctnr.studio.shell;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import studio.ctnr.studio.about.AboutBox;
import studio.ctnr.studio.bench.Failures;
import studio.ctnr.studio.captures.CapturesPage;
import studio.ctnr.studio.captures.CapturesViewModel;
import studio.ctnr.studio.jobs.JobsPage;
import studio.ctnr.studio.jobs.JobsViewModel;
import studio.ctnr.studio.library.BeginningActions;
import studio.ctnr.studio.library.ContainerCommands;
import studio.ctnr.studio.library.IconShelf;
import studio.ctnr.studio.library.LibraryPage;
import studio.ctnr.studio.library.LibraryViewModel;
import studio.ctnr.studio.navigation.Navigator;
import studio.ctnr.studio.navigation.PageMaker;
import studio.ctnr.studio.navigation.Place;
import studio.ctnr.studio.settings.Settings;
import studio.ctnr.studio.settings.SettingsPage;
import studio.ctnr.studio.settings.SettingsViewModel;
import studio.ctnr.studio.trash.TrashPage;
import studio.ctnr.studio.trash.TrashViewModel;
import studio.ctnr.toolkit.action.ActionTable;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.page.Page;
import studio.ctnr.toolkit.window.WindowFrame;

/** What is seen in the window, in one language: the side bar, one page beside it, what is being done below. */
final class Shell {
    private final ShellParts parts;
    private final Desk desk;
    private final JobsViewModel jobs;
    private final LibraryViewModel library;
    private final PageMaker pages;
    private final Navigator navigator;
    private final ContainerCommands commands;
    private final IconShelf icons;
    private final PageDeck deck;
    private final SideBar sideBar;
    private final ActionTable actions;
    private final BeginningActions begin;
    private final StudioMenus menus = new StudioMenus();

    Shell(
            ShellParts parts,
            WindowFrame frame,
            ActionTable actions,
            Desk desk,
            JobsViewModel jobs,
            LibraryViewModel library,
            PageMaker pages,
            Navigator navigator) {
        this.parts = parts;
        this.desk = desk;
        this.jobs = jobs;
        this.library = library;
        this.pages = pages;
        this.navigator = navigator;
        commands = new ContainerCommands(parts.bench(), desk, navigator, parts.preferences());
        icons = new IconShelf(parts.bench(), desk);
        begin = new BeginningActions(library, parts.bench(), desk, navigator);
        deck = new PageDeck(actions);
        PaletteDoor palette = new PaletteDoor(frame, actions, library, navigator);
        this.actions = actions;
        actions.add(new ShellActions(
                        parts.preferences(),
                        navigator,
                        palette::toggle,
                        () -> KeysBox.show(desk.dialogs(), actions.all()),
                        this::about,
                        () -> close(frame.getScene().getWindow()))
                .all());
        actions.add(begin.all());
        menus.visibleProperty().bind(parts.preferences().settingsProperty().map(Settings::menuBar));
        sideBar = new SideBar(
                this::go,
                palette::toggle,
                new RunningList(jobs, library.list(), this::showContainer),
                parts.version(),
                this::about);
        sideBar.row(Place.LIBRARY)
                .countIs(Bindings.createLongBinding(
                        () -> (long) library.list().all().size(),
                        library.list().shown(),
                        library.list().sizeProperty()));
        sideBar.row(Place.JOBS).countIs(jobs.activeProperty());
        VBox.setVgrow(deck, Priority.ALWAYS);
        BorderPane layout = new BorderPane(new VBox(deck, new StatusBar(jobs, () -> go(Place.JOBS))));
        layout.setLeft(sideBar);
        layout.setTop(menus);
        frame.setContent(layout);
    }

    void go(Place place) {
        open(place, place, () -> page(place));
    }

    void done(Place next) {
        deck.forgetCurrent();
        go(next);
    }

    /** Shows a page, under a place of the side bar. */
    void open(Place place, Object name, Supplier<Page> build) {
        sideBar.select(place);
        deck.show(name, build);
        menus.show(actions.all());
    }

    void leave(Runnable proceed) {
        deck.leave(proceed);
    }

    /** As its own button would: pages are asked first. */
    private static void close(Window window) {
        window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    private void about() {
        AboutBox.show(desk.dialogs(), parts.version());
    }

    private void trySample() {
        desk.background()
                .call(parts.sample())
                .onSuccess(installer -> navigator.capture(List.of(installer)))
                .onError(e -> desk.notices().tell(Failures.of(e, this::trySample)))
                .start();
    }

    private void showContainer(String id) {
        go(Place.LIBRARY);
        library.list().shown().stream()
                .filter(container -> container.id().equals(id))
                .findFirst()
                .ifPresent(library.selectedProperty()::set);
    }

    private Page page(Place place) {
        return switch (place) {
            case LIBRARY ->
                new LibraryPage(
                        library, commands, begin, icons, parts.bench(), desk, parts.preferences(), this::trySample);
            case CAPTURES -> new CapturesPage(new CapturesViewModel(parts.bench(), desk, navigator));
            case JOBS -> new JobsPage(jobs);
            case COMPARE -> pages.comparison();
            case TRASH -> new TrashPage(new TrashViewModel(parts.bench(), desk));
            case SETTINGS ->
                new SettingsPage(
                        new SettingsViewModel(parts.preferences(), desk, parts.store(), parts.sandbox()), this::about);
        };
    }
}
