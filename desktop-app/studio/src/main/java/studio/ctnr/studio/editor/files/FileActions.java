package studio.ctnr.studio.editor.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.container.config.Isolation.Mode;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.dialog.FileChoice;
import studio.ctnr.toolkit.dialog.TextQuestion;
import studio.ctnr.toolkit.notice.Notice;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;

/** What can be done with the file that is selected. */
final class FileActions {
    /** What Windows, or Wine for it, runs when it is opened. */
    private static final Set<String> PROGRAMS = Set.of(
            "exe", "com", "scr", "pif", "cpl", "msi", "msp", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse", "wsf",
            "wsh", "hta", "reg", "lnk", "url", "jar", "chm", "msc", "inf", "sh", "desktop");

    private final FilesViewModel model;
    private final FileModes modes;
    private final Desk desk;
    private final ObjectProperty<FileNode> selected = new SimpleObjectProperty<>();
    private final ObservableBooleanValue something =
            Bindings.createBooleanBinding(() -> selected.get() != null, selected);
    private final ObservableBooleanValue into;
    private final ObservableBooleanValue own;
    private final ObservableBooleanValue named;
    private final ObservableBooleanValue file = Bindings.createBooleanBinding(
            () -> selected.get() != null && selected.get().kind() == FileNode.Kind.FILE, selected);
    private final ObservableBooleanValue placed;
    private final ObservableBooleanValue ruled;

    FileActions(FilesViewModel model, FileModes modes, Desk desk) {
        this.model = model;
        this.modes = modes;
        this.desk = desk;
        into = Bindings.createBooleanBinding(() -> model.isEditable() && selected.get() != null, selected);
        own = Bindings.createBooleanBinding(
                () -> model.isEditable() && selected.get() != null && FilesViewModel.isOwn(selected.get()), selected);
        named = Bindings.createBooleanBinding(
                () -> model.isEditable() && selected.get() != null && FilesViewModel.isNamed(selected.get()), selected);
        placed = Bindings.createBooleanBinding(
                () -> own.get() && modes.rulesProperty().get().isPresent(), own, modes.rulesProperty());
        ruled = Bindings.createBooleanBinding(
                () -> own.get()
                        && modes.isOwn(
                                model.shown(selected.get()), selected.get().isFolder()),
                own,
                selected,
                modes.rulesProperty());
    }

    ObjectProperty<FileNode> selectedProperty() {
        return selected;
    }

    Action add() {
        return Action.of("files.add", Texts.text("files.add"), this::chooseFiles)
                .icon(BootstrapIcons.FILE_EARMARK_PLUS)
                .enabledWhen(into);
    }

    Action newFolder() {
        return Action.of("files.newFolder", Texts.text("files.newFolder"), this::askFolder)
                .icon(BootstrapIcons.FOLDER_PLUS)
                .enabledWhen(into);
    }

    Action open() {
        return Action.of("files.open", Texts.text("files.open"), () -> open(selected.get()))
                .icon(BootstrapIcons.BOX_ARROW_UP_RIGHT)
                .enabledWhen(file);
    }

    /** A program would run beside the container, and not in it. */
    private void open(FileNode node) {
        if (PROGRAMS.contains(WindowsPath.of("C:\\" + node.name()).extension())) {
            desk.notices().tell(Problem.of("FILE-PROGRAM", Texts.text("files.open.program", node.name())));
            return;
        }
        desk.background()
                .call(() -> model.content(node))
                .onSuccess(desk.dialogs()::open)
                .onError(IOException.class, this::unreadable)
                .start();
    }

    Action rename() {
        return Action.of("files.rename", Texts.text("files.rename"), this::askName)
                .enabledWhen(named);
    }

    Action remove() {
        return Action.of("files.remove", Texts.text("files.remove"), () -> model.remove(selected.get()))
                .enabledWhen(own);
    }

    Action copyPath() {
        return Action.of(
                        "files.copyPath",
                        Texts.text("files.copyPath"),
                        () -> desk.dialogs().copy(model.shown(selected.get())))
                .enabledWhen(something);
    }

    /** The modes that a place can be given, and none: what lies above it decides then. */
    List<Action> isolation() {
        List<Action> all = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            all.add(Action.of("files.isolate." + mode, Texts.text("files.isolate." + mode), () -> isolate(mode))
                    .enabledWhen(placed));
        }
        all.add(Action.of("files.isolate.clear", Texts.text("files.isolate.clear"), this::clear)
                .enabledWhen(ruled));
        return all;
    }

    private void isolate(Mode mode) {
        FileNode node = selected.get();
        modes.set(model.shown(node), node.isFolder(), mode);
        desk.notices()
                .tell(Notice.done(
                        Texts.text("files.isolated", model.shown(node), Texts.text("files.mode." + mode)),
                        modes.undo()));
    }

    private void clear() {
        FileNode node = selected.get();
        modes.clear(model.shown(node), node.isFolder());
        desk.notices().tell(Notice.done(Texts.text("files.isolate.cleared", model.shown(node)), modes.undo()));
    }

    /** Adds files of the host, as they are dropped. */
    void add(FileNode into, List<Path> sources) {
        FileNode shown = folder(into);
        desk.background()
                .call(() -> {
                    FileNode target = model.reached(shown);
                    return new Added(target, model.additions(target, sources));
                })
                .onSuccess(added -> {
                    model.add(added.changes());
                    if (added.target() != shown) {
                        String where = model.shown(added.target());
                        desk.notices().tell(Notice.tell(Texts.text("files.link.added", shown.name(), where)));
                    }
                })
                .onError(LinkedFolder.LeadsAway.class, this::refuse)
                .onError(IOException.class, this::unreadable)
                .start();
    }

    private record Added(FileNode target, List<FileChange> changes) {}

    /** What is put into a link's own folder is seen by nobody. */
    private void refuse(LinkedFolder.LeadsAway link) {
        desk.notices().tell(Problem.of("FILE-LINK", Texts.text("files.link.away", link.link(), link.target())));
    }

    private void unreadable(IOException e) {
        desk.notices().tell(Problem.of("FILE-READ", Texts.text("files.unreadable", e.getMessage())));
    }

    private void chooseFiles() {
        FileNode into = selected.get();
        desk.dialogs().choose(FileChoice.openSeveral(Texts.text("files.add.title")), files -> add(into, files));
    }

    private void askFolder() {
        FileNode shown = folder(selected.get());
        desk.background()
                .call(() -> model.reached(shown))
                .onSuccess(this::askFolder)
                .onError(LinkedFolder.LeadsAway.class, this::refuse)
                .onError(IOException.class, this::unreadable)
                .start();
    }

    private void askFolder(FileNode into) {
        desk.dialogs()
                .ask(new TextQuestion(
                        Texts.text("files.newFolder.title"),
                        Texts.text("files.name"),
                        Texts.text("files.newFolder.name"),
                        name -> model.wrongName(into, name, Optional.empty()),
                        Texts.text("files.newFolder.act"),
                        name -> model.makeFolder(into, name)));
    }

    private void askName() {
        FileNode node = selected.get();
        boolean deleted = node.kind() == FileNode.Kind.WHITEOUT;
        desk.dialogs()
                .ask(new TextQuestion(
                        Texts.text("files.rename.title"),
                        Texts.text(deleted ? "files.rename.hidden" : "files.name"),
                        FilesViewModel.name(node),
                        name -> model.wrongNewName(node, name),
                        Texts.text("files.rename.act"),
                        name -> model.rename(node, name)));
    }

    /** Of a link's marker the link, where that is a folder. */
    private static FileNode folder(FileNode node) {
        if (node.isFolder()) {
            return node;
        }
        FileNode above = node.parent().orElseThrow();
        return node.kind() == FileNode.Kind.LINK
                ? above.child(FileLinks.name(node)).filter(FileNode::isFolder).orElse(above)
                : above;
    }
}
