package studio.ctnr.engine.project;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import studio.ctnr.container.Progress;
import studio.ctnr.engine.change.ChangeCounts;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.FileChange;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** Writes a change set and its content beside their places, and then renames them there, project.yml last. */
final class CaptureWriter {
    private static final int BUFFER = 1 << 16;

    private final ProjectFolder folder;
    private final Path content;
    private final ChangeSet changes;
    private final Progress progress;
    private final ChangeCounts.Tally tally = new ChangeCounts.Tally();
    private long done;

    /** @param content where content lies that the project may take over, and where other content is put */
    CaptureWriter(ProjectFolder folder, Path content, ChangeSet changes, Progress progress) {
        this.folder = folder;
        this.content = content;
        this.changes = changes;
        this.progress = progress;
    }

    CaptureProject write(CaptureRecord record) throws IOException {
        Path staged = Files.createDirectories(folder.workspace().resolve("changes"));
        Files.createDirectories(content);
        try (var files = changes.files()) {
            write(
                    ProjectFolder.files(staged),
                    files,
                    FileChangeJson::write,
                    Comparator.comparing(FileChange::path),
                    this::take);
        }
        try (var registry = changes.registry()) {
            write(
                    ProjectFolder.registry(staged),
                    registry,
                    RegistryChangeJson::write,
                    RegistryChangeJson.ORDER,
                    tally::add);
        }
        var processes = changes.processes().processes();
        if (!processes.isEmpty()) {
            write(ProjectFolder.processes(staged), processes.stream(), ProcessJson::write, ProcessJson.ORDER, _ -> {});
        }
        ChangeCounts counts = tally.counts();
        Files.move(staged, folder.changes(), StandardCopyOption.ATOMIC_MOVE);
        Files.move(content, folder.content(), StandardCopyOption.ATOMIC_MOVE);
        if (Files.exists(before())) {
            Files.move(before(), folder.before(), StandardCopyOption.ATOMIC_MOVE);
        }
        if (!Files.exists(folder.root().resolve(".gitattributes"))) {
            Files.writeString(
                    folder.root().resolve(".gitattributes"),
                    "# captured content stays as it is, byte for byte\n* -text\n");
        }
        Path description = folder.workspace().resolve("project.yml");
        try (FileChannel out = open(description)) {
            out.write(StandardCharsets.UTF_8.encode(ProjectDescriptionText.of(record, counts)));
            out.force(true);
        }
        Files.move(description, folder.description(), StandardCopyOption.ATOMIC_MOVE);
        return new CaptureProject(folder, record, counts);
    }

    private <T> void write(
            Path file, Stream<T> items, BiConsumer<JsonGenerator, T> form, Comparator<T> order, Consumer<T> heed)
            throws IOException {
        try (FileChannel channel = open(file);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
                JsonGenerator json = JsonLines.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            T previous = null;
            for (Iterator<T> each = items.iterator(); each.hasNext(); ) {
                T item = each.next();
                if (previous != null && order.compare(previous, item) >= 0) {
                    throw new ProjectException("The capture gave changes out of order: " + item + " after " + previous);
                }
                heed.accept(item);
                form.accept(json, item);
                previous = item;
            }
            json.flush();
            if (previous != null) {
                out.write('\n');
            }
            out.flush();
            channel.force(true);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private void take(FileChange change) {
        tally.add(change);
        progress.at(change.path().toString(), done++, -1);
        if (!change.folder() && change.after().isPresent()) {
            try {
                takeContent(change);
                takeEarlier(change);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private void takeContent(FileChange change) throws IOException {
        Path from = changes.content(change.path());
        Path to = ProjectFolder.content(content, change.path());
        if (!Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) {
            throw new ProjectException(
                    "The capture lost the content of %s: %s is no file".formatted(change.path(), from));
        }
        put(from, to);
    }

    private void takeEarlier(FileChange change) throws IOException {
        if (change.before().filter(was -> !was.folder()).isPresent()) {
            Optional<Path> from = changes.earlier(change.path());
            if (from.isPresent()) {
                put(from.get(), ProjectFolder.content(before(), change.path()));
            }
        }
    }

    private Path before() {
        return folder.workspace().resolve("staged-before");
    }

    private void put(Path from, Path to) throws IOException {
        if (!from.equals(to)) {
            Files.createDirectories(to.getParent());
            if (from.startsWith(folder.workspace())) {
                Files.move(from, to);
            } else {
                Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
