package studio.ctnr.engine.projection.internal.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.ContainerLayout;
import studio.ctnr.container.Progress;
import studio.ctnr.container.Spellings;
import studio.ctnr.container.Whiteout;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.ChangeKind;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.projection.internal.variables.PortableText;
import studio.ctnr.engine.projection.report.Note;
import studio.ctnr.engine.projection.report.Portability.Place;

/** Puts changed files and folders where a container keeps them, and a whiteout where one was deleted. */
public final class FileLayer implements AutoCloseable {
    private final ChangeSet changes;
    private final ContainerFolder folder;
    private final ContainerLayout layout;
    private final PortableText text;
    private final FileContent content;
    private final Consumer<Note> notes;
    private final Progress progress;
    private final Spellings spellings = new Spellings();
    private final Copies copies = new Copies();
    private final AtomicLong bytes = new AtomicLong();
    private WindowsPath deleted;
    private Path lastFolder;
    private long files;
    private long folders;
    private long whiteouts;

    /** @param folder one that holds nothing but the folders of an empty container */
    public FileLayer(
            ChangeSet changes,
            ContainerFolder folder,
            ContainerLayout layout,
            PortableText text,
            FileContent content,
            Consumer<Note> notes,
            Progress progress) {
        this.changes = changes;
        this.folder = folder;
        this.layout = layout;
        this.text = text;
        this.content = content;
        this.notes = notes;
        this.progress = progress;
    }

    /** Takes the next change; they come in the order that a change set gives them. */
    public void accept(FileChange change) throws IOException {
        if (deleted != null && change.path().startsWith(deleted)) {
            return;
        }
        Optional<String> problem = problem(change.path());
        if (problem.isPresent()) {
            notes.accept(new Note(
                    Note.Topic.LEFT_OUT,
                    change.path().toString(),
                    "Windows could not have it in a container: its name " + problem.get() + "."));
            return;
        }
        String place = place(change.path());
        if (change.kind() == ChangeKind.DELETED) {
            deleted = change.path();
            whiteout(place);
            return;
        }
        spellings.add(place);
        Path target = folder.resolve(place);
        if (change.folder()) {
            Files.createDirectories(target);
            content.attributes(target, change.after().orElseThrow());
            folders++;
        } else {
            copy(change, place, target);
        }
    }

    private void copy(FileChange change, String place, Path target) throws IOException {
        if (!target.getParent().equals(lastFolder)) {
            lastFolder = target.getParent();
            Files.createDirectories(lastFolder);
        }
        files++;
        Path source = changes.content(change.path());
        copies.start(() -> {
            long written = content.put(source, change, place, target);
            progress.at(change.path().toString(), bytes.addAndGet(written), -1);
        });
    }

    private void whiteout(String place) throws IOException {
        int slash = place.lastIndexOf('/');
        if (slash < 0) {
            return;
        }
        String marker = place.substring(0, slash + 1) + Whiteout.markerFor(place.substring(slash + 1));
        spellings.add(marker);
        Path target = folder.resolve(marker);
        Files.createDirectories(target.getParent());
        Files.createFile(target);
        content.noTime(target);
        whiteouts++;
    }

    /** Where a path lies in the container, each name below the layout's own folders without the machine's names. */
    private String place(WindowsPath path) {
        String place = layout.toContainer(path);
        int own = place.split("/").length - path.names().size();
        String[] names = place.split("/");
        StringBuilder portable = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            boolean last = i == names.length - 1;
            String name = i < Math.max(1, own) ? names[i] : name(names[i], last, path);
            portable.append(i == 0 ? "" : "/").append(name);
        }
        return portable.toString();
    }

    private String name(String name, boolean last, WindowsPath path) {
        return last ? text.replace(name, Place.FILE_NAME, path.toString()) : text.replace(name);
    }

    private static Optional<String> problem(WindowsPath path) {
        Optional<String> reserved = path.names().stream()
                .filter(Whiteout::isReserved)
                .findFirst()
                .map(name -> "(" + name + ") is kept for deletions");
        return path.names().stream()
                .flatMap(name -> WindowsNames.problem(name).stream())
                .findFirst()
                .or(() -> reserved);
    }

    /** Waits until everything is in its place. */
    public void finish() throws IOException {
        copies.finish();
    }

    @Override
    public void close() {
        copies.close();
    }

    public long files() {
        return files;
    }

    public long folders() {
        return folders;
    }

    public long bytes() {
        return bytes.get();
    }

    public long whiteouts() {
        return whiteouts;
    }
}
