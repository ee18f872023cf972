package studio.ctnr.studio.editor.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.ContainerLayout;
import studio.ctnr.container.LinkMarker;
import studio.ctnr.container.Whiteout;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.history.Edit;
import studio.ctnr.toolkit.history.EditHistory;

/** The files of a container while they are edited: changes are kept until they are saved, and can be undone. */
final class FilesViewModel {
    private static final ContainerLayout LAYOUT = ContainerLayout.of(WindowsPath.of("C:\\Users\\user"));

    private final Optional<ContainerFolder> folder;
    private final FileSource source;
    private final EditHistory history;
    private final FileNode root;
    private final List<FileChange> changes = new ArrayList<>();
    private final List<Consumer<String>> listeners = new ArrayList<>();

    FilesViewModel(ContainerFolder folder, FileNode root, EditHistory history) {
        this(Optional.of(folder), FileSource.of(folder), root, history);
    }

    /** Files that are only shown. */
    static FilesViewModel shown(FileSource source, FileNode root) {
        return new FilesViewModel(Optional.empty(), source, root, new EditHistory());
    }

    private FilesViewModel(Optional<ContainerFolder> folder, FileSource source, FileNode root, EditHistory history) {
        this.folder = folder;
        this.source = source;
        this.root = root;
        this.history = history;
    }

    boolean isEditable() {
        return folder.isPresent();
    }

    FileNode root() {
        return root;
    }

    /** Calls {@code listener} with the folder, in the container by slashes, in which something changed. */
    void onChange(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** The path that an application says for it; the container's own for what has no place in Windows. */
    String shown(FileNode node) {
        return LAYOUT.toWindows(node.path()).map(WindowsPath::toString).orElse(node.path());
    }

    /** The file's name without what makes it a whiteout or a link's marker. */
    static String name(FileNode node) {
        return LinkMarker.linked(node.name())
                .or(() -> Whiteout.hidden(node.name()))
                .orElse(node.name());
    }

    /** Where the bytes of a file are now, or a copy of them; off the FX thread. */
    Path content(FileNode node) throws IOException {
        return node.source().isPresent() ? node.source().get() : source.content(node.path());
    }

    /**
     * The folder that an application finds where this one is shown: a link leads elsewhere. Reads the disk: off the FX
     * thread.
     */
    FileNode reached(FileNode folder) throws IOException, LinkedFolder.LeadsAway {
        return new LinkedFolder(root, LAYOUT, this::content).at(folder.path());
    }

    /** What is to be added: files, and folders with everything in them. Reads the disk: off the FX thread. */
    List<FileChange> additions(FileNode into, List<Path> sources) throws IOException {
        List<FileChange> all = new ArrayList<>();
        for (Path source : sources) {
            collect(into.path(), into, source, all);
        }
        return all;
    }

    private static void collect(String above, FileNode known, Path source, List<FileChange> into) throws IOException {
        String name = source.getFileName().toString();
        String path = above.isEmpty() ? name : above + "/" + name;
        Optional<FileNode> there = known == null ? Optional.empty() : known.child(name);
        Optional<FileChange> unlinked = known == null ? Optional.empty() : FileLinks.clearing(known, name);
        unlinked.ifPresent(into::add);
        if (Files.isDirectory(source)) {
            if (unlinked.isPresent() && there.isPresent()) {
                into.add(new FileChange.Remove(there.get().path(), there.get()));
                there = Optional.empty();
            }
            if (there.isEmpty()) {
                into.add(new FileChange.MakeFolder(path));
            }
            FileNode folder = there.filter(FileNode::isFolder).orElse(null);
            try (Stream<Path> inside = Files.list(source)) {
                for (Path each : inside.sorted().toList()) {
                    collect(path, folder, each, into);
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        } else {
            there.ifPresent(old -> into.add(new FileChange.Remove(old.path(), old)));
            BasicFileAttributes facts = Files.readAttributes(source, BasicFileAttributes.class);
            into.add(new FileChange.Add(
                    path, source, facts.size(), facts.lastModifiedTime().toInstant()));
        }
    }

    /** Does what {@link #additions} found. */
    void add(List<FileChange> additions) {
        if (!additions.isEmpty()) {
            execute(Texts.count("files.edit.add", additions.size()), additions);
        }
    }

    void makeFolder(FileNode into, String name) {
        String path = into.path() + "/" + name;
        List<FileChange> changes = new ArrayList<>();
        FileLinks.clearing(into, name).ifPresent(changes::add);
        changes.add(new FileChange.MakeFolder(path));
        execute(Texts.text("files.edit.folder", name), changes);
    }

    void remove(FileNode node) {
        execute(Texts.text("files.edit.remove", name(node)), FileLinks.removal(node));
    }

    /** A marker of something deleted hides the other name from then on; there are no files that it could rename. */
    void rename(FileNode node, String to) {
        List<FileChange> changes = node.kind() == FileNode.Kind.WHITEOUT
                ? List.of(new FileChange.Rename(node.path(), Whiteout.markerFor(to)))
                : FileLinks.renaming(node, to);
        execute(Texts.text("files.edit.rename", name(node), to), changes);
    }

    /** Says why a file can't be given this name, or what is deleted can't be of this name. */
    Optional<String> wrongNewName(FileNode node, String name) {
        FileNode folder = node.parent().orElseThrow();
        Optional<String> wrong = wrongName(folder, name, Optional.of(name(node)));
        if (wrong.isPresent() || node.kind() != FileNode.Kind.WHITEOUT) {
            return wrong;
        }
        String marker = Whiteout.markerFor(name);
        if (WindowsNames.problem(marker).isPresent()) {
            return Optional.of(Texts.text("files.wrong.name"));
        }
        return folder.child(marker).filter(taken -> taken != node).isPresent()
                ? Optional.of(Texts.text("files.wrong.hidden", name))
                : Optional.empty();
    }

    /** Says why a file of a folder can't be called so; {@code except} is a name that may be taken. */
    Optional<String> wrongName(FileNode folder, String name, Optional<String> except) {
        if (name.isBlank() || WindowsNames.problem(name).isPresent() || name.startsWith(Whiteout.PREFIX)) {
            return Optional.of(Texts.text("files.wrong.name"));
        }
        boolean same = except.filter(name::equalsIgnoreCase).isPresent();
        return folder.child(name).isPresent() && !same
                ? Optional.of(Texts.text("files.wrong.taken", name))
                : Optional.empty();
    }

    /** What was changed and not saved, in its order. */
    List<FileChange> changes() {
        synchronized (changes) {
            return List.copyOf(changes);
        }
    }

    /**
     * Makes one edit of what was kept; what does not fit the files any more is left out.
     *
     * @return how many that are
     */
    int takeUp(List<FileDraft.Step> kept) {
        List<FileChange> fit = new ArrayList<>();
        for (FileDraft.Step step : kept) {
            step.on(root).ifPresent(change -> {
                change.apply(root);
                fit.add(change);
            });
        }
        fit.reversed().forEach(change -> change.undo(root));
        if (!fit.isEmpty()) {
            execute(Texts.text("editor.edit.draft"), fit);
        }
        return kept.size() - fit.size();
    }

    /** Whether a node may be removed: the container's own folders may not. */
    static boolean isOwn(FileNode node) {
        return node.parent().flatMap(FileNode::parent).isPresent();
    }

    /** Whether a node may be renamed: what hides all that the host has in a folder has no name of its own. */
    static boolean isNamed(FileNode node) {
        return isOwn(node) && !node.name().equals(Whiteout.OPAQUE);
    }

    /** Writes what was changed since the last time; off the FX thread. */
    void save() throws IOException {
        List<FileChange> waiting;
        synchronized (changes) {
            waiting = List.copyOf(changes);
        }
        FileSaving.save(folder.orElseThrow(), waiting);
        synchronized (changes) {
            changes.subList(0, waiting.size()).clear();
        }
    }

    private void execute(String description, List<FileChange> done) {
        history.execute(new Undoable(description, List.copyOf(done)));
    }

    private final class Undoable implements Edit {
        private final String description;
        private final List<FileChange> steps;

        private Undoable(String description, List<FileChange> steps) {
            this.description = description;
            this.steps = steps;
        }

        @Override
        public String description() {
            return description;
        }

        @Override
        public void execute() {
            steps.forEach(step -> step.apply(root));
            synchronized (changes) {
                changes.addAll(steps);
            }
            tell();
        }

        @Override
        public void undo() {
            steps.reversed().forEach(step -> step.undo(root));
            synchronized (changes) {
                changes.subList(changes.size() - steps.size(), changes.size()).clear();
            }
            tell();
        }

        private void tell() {
            steps.stream()
                    .map(FileChange::folder)
                    .distinct()
                    .forEach(changed -> listeners.forEach(listener -> listener.accept(changed)));
        }
    }
}
