package studio.ctnr.engine.projection.internal.registered;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.pe.IconFile;
import studio.ctnr.engine.projection.internal.pe.PeImage;
import studio.ctnr.engine.projection.internal.pe.Resources;
import studio.ctnr.engine.projection.report.Note;

/** Takes icons out of programs, and keeps each once. */
public final class Icons {
    private static final String FOLDER = "bin/icons/";
    private static final int LARGEST = 16 << 20;

    private final Programs programs;
    private final Consumer<Note> notes;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final Map<ByteBuffer, String> known = new HashMap<>();

    public Icons(Programs programs, Consumer<Note> notes) {
        this.programs = programs;
        this.notes = notes;
    }

    /**
     * Takes an icon.
     *
     * @param name what the icon's file is called after
     * @return its path in the container; empty when the file was not captured or holds no such icon
     */
    Optional<String> take(String name, WindowsPath file, int index) {
        Optional<Path> content = programs.content(file);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            return read(Bytes.map(content.get(), arena), index).map(icon -> keep(name, icon));
        } catch (IOException damaged) {
            notes.accept(
                    new Note(Note.Topic.ICON, file.toString(), "Its icon can't be taken: " + damaged.getMessage()));
            return Optional.empty();
        }
    }

    private static Optional<byte[]> read(Bytes bytes, int index) throws IOException {
        if (IconFile.isIcon(bytes)) {
            return Optional.of(bytes.copy(LARGEST));
        }
        if (!PeImage.isLikely(bytes)) {
            return Optional.empty();
        }
        Optional<Resources> resources = PeImage.read(bytes).resources();
        if (resources.isEmpty()) {
            return Optional.empty();
        }
        Optional<byte[]> wanted = IconFile.of(resources.get(), index);
        return wanted.isPresent() || index == 0 ? wanted : IconFile.of(resources.get(), 0);
    }

    private String keep(String name, byte[] icon) {
        String before = known.get(ByteBuffer.wrap(icon));
        if (before != null) {
            return before;
        }
        String slug = Slug.of(name).isEmpty() ? "icon" : Slug.of(name);
        String path = FOLDER + slug + ".ico";
        for (int i = 2; files.containsKey(path); i++) {
            path = FOLDER + slug + "-" + i + ".ico";
        }
        files.put(path, icon);
        known.put(ByteBuffer.wrap(icon), path);
        return path;
    }

    /** The icons by their paths in the container. */
    public SortedMap<String, byte[]> files() {
        return Collections.unmodifiableSortedMap(files);
    }
}
