package studio.ctnr.engine.projection.internal.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.DosFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.FileState;
import studio.ctnr.engine.projection.internal.variables.BinaryScan;
import studio.ctnr.engine.projection.internal.variables.TextFiles;
import studio.ctnr.engine.projection.report.Note;
import studio.ctnr.engine.projection.report.Portability.Place;
import studio.ctnr.engine.projection.text.TextChoice;

/**
 * Gives a file in the container its bytes, time and attributes. The project's own file is never moved or changed: the
 * bytes are copied (by the kernel, which shares them where the file system can), or linked where the folder is only read.
 */
public final class FileContent {
    /** Read-only, hidden and system; the archive bit says nothing of a file. */
    private static final int ATTRIBUTES = 7;

    private static final long LARGEST_SHORTCUT = 1 << 20;

    private final boolean link;
    private final Globs further;
    private final Globs asCaptured;
    private final TextFiles texts;
    private final BinaryScan binaries;
    private final Consumer<Note> notes;
    private final SortedSet<String> withVariables = new ConcurrentSkipListSet<>();
    private final AtomicBoolean told = new AtomicBoolean();

    /**
     * @param link whether hard links may stand for copies
     * @param chosen which text files get variables
     */
    public FileContent(boolean link, TextChoice chosen, TextFiles texts, BinaryScan binaries, Consumer<Note> notes) {
        this.link = link;
        this.further = new Globs(chosen.further());
        this.asCaptured = new Globs(chosen.asCaptured());
        this.texts = texts;
        this.binaries = binaries;
        this.notes = notes;
    }

    /**
     * Makes {@code target} of {@code source}; safe for use by several threads.
     *
     * @return how many bytes it has
     */
    long put(Path source, FileChange change, String place, Path target) throws IOException {
        if (!Files.isRegularFile(source)) {
            throw new NoSuchFileException(
                    source.toString(), null, "the capture project lost the content of " + change.path());
        }
        FileState state = change.after().orElseThrow();
        String extension = change.path().extension();
        long size = Files.size(source);
        Optional<byte[]> portable = Optional.empty();
        boolean settings = TextFiles.isSettings(extension, size) || further.match(place);
        if (settings && !asCaptured.match(place)) {
            portable = texts.rewrite(source, place);
        } else if (TextFiles.isText(extension, size)) {
            texts.look(source, place);
        } else if (extension.equals("lnk") && size <= LARGEST_SHORTCUT) {
            binaries.look(Files.readAllBytes(source), Place.SHORTCUT, place);
        }
        if (portable.isPresent()) {
            Files.write(target, portable.get());
            withVariables.add(place);
        } else if (linked(source, state, target)) {
            return Files.size(target);
        } else {
            Files.copy(source, target);
        }
        attributes(target, state);
        Files.setLastModifiedTime(target, FileTime.from(state.modified()));
        return Files.size(target);
    }

    /** The container paths of the text files that got variables, in order; once all are put. */
    public List<String> withVariables() {
        return List.copyOf(withVariables);
    }

    /** A link shares time and attributes with the project's file, so they must be right there already. */
    private boolean linked(Path source, FileState state, Path target) throws IOException {
        boolean fits = link
                && (state.attributes() & ATTRIBUTES) == 0
                && Files.getLastModifiedTime(source).toInstant().equals(state.modified());
        if (!fits) {
            return false;
        }
        try {
            Files.createLink(target, source);
            return true;
        } catch (IOException | UnsupportedOperationException otherFileSystem) {
            return false;
        }
    }

    /** Keeps the attributes as Wine, Samba and the JDK do where the file system is not Windows' own. */
    void attributes(Path target, FileState state) throws IOException {
        int attributes = state.attributes() & ATTRIBUTES;
        if (attributes == 0) {
            return;
        }
        try {
            UserDefinedFileAttributeView extended =
                    Files.getFileAttributeView(target, UserDefinedFileAttributeView.class);
            if (extended != null
                    && target.getFileSystem().supportedFileAttributeViews().contains("unix")) {
                String value = "0x" + Integer.toHexString(attributes);
                extended.write("DOSATTRIB", ByteBuffer.wrap(value.getBytes(StandardCharsets.US_ASCII)));
            } else {
                windows(target, attributes);
            }
        } catch (IOException | UnsupportedOperationException unsupported) {
            if (!told.getAndSet(true)) {
                notes.accept(new Note(
                        Note.Topic.LEFT_OUT,
                        target.getFileName().toString(),
                        "This file system keeps no hidden, system and read-only attributes (" + unsupported.getMessage()
                                + "); build on another one to keep them."));
            }
        }
    }

    private static void windows(Path target, int attributes) throws IOException {
        DosFileAttributeView dos = Files.getFileAttributeView(target, DosFileAttributeView.class);
        if (dos == null) {
            throw new UnsupportedOperationException("no attributes of DOS");
        }
        dos.setHidden((attributes & 2) != 0);
        dos.setSystem((attributes & 4) != 0);
        dos.setReadOnly((attributes & 1) != 0);
    }

    /** What has no time of its own gets one that is always the same. */
    void noTime(Path target) throws IOException {
        Files.setLastModifiedTime(target, FileTime.from(Instant.EPOCH));
    }
}
