package studio.ctnr.wizard.preview;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.change.ValueForm;
import studio.ctnr.engine.inspect.ProgramFacts;
import studio.ctnr.engine.inspect.ShortcutFacts;
import studio.ctnr.wizard.diff.DiffState;
import studio.ctnr.wizard.diff.DiffTree;
import studio.ctnr.wizard.preview.Preview.Happened;
import studio.ctnr.wizard.preview.Preview.Hex;
import studio.ctnr.wizard.preview.Preview.Line;

/** Reads what a file or a row of the diff tree holds; off the FX thread. */
public final class PreviewReader {
    private static final int READ_AT_MOST = 64 << 10;
    private static final int HEX_AT_MOST = 4 << 10;
    private static final long COMPARED_AT_MOST = 1 << 20;
    private static final int LINES_AT_MOST = 2000;
    private static final int HEX_WIDTH = 8;
    private static final long PICTURE_AT_MOST = 16 << 20;
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "bmp");

    private PreviewReader() {}

    /** Reads what a row of the wizard's own tree holds. */
    @SuppressWarnings("exports")
    public static Preview read(DiffState state, int node) {
        DiffTree tree = state.tree();
        Optional<RegistryChange.OfValue> value = state.value(node);
        if (value.isPresent()) {
            return value(value.get());
        }
        Optional<FileChange> file = tree.file(node);
        if (file.isEmpty() || file.get().folder() || file.get().after().isEmpty()) {
            return new Preview.Nothing();
        }
        try {
            return file(tree.changes(), file.get());
        } catch (IOException e) {
            return new Preview.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads what a file holds.
     *
     * @param name of the file, whose extension says what it is
     */
    public static Preview read(Path content, String name) {
        try {
            return whole(content, name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), Optional::empty);
        } catch (IOException e) {
            return new Preview.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static Preview value(RegistryChange.OfValue change) {
        RegistryValue shown = change.after().or(change::before).orElseThrow();
        Optional<List<String>> before = change.before().map(PreviewReader::texts);
        Optional<List<String>> after = change.after().map(PreviewReader::texts);
        boolean several =
                before.orElse(List.of()).size() > 1 || after.orElse(List.of()).size() > 1;
        if (several && before.isPresent() && after.isPresent()) {
            return new Preview.Text(LineDifference.of(before.get(), after.get()), false);
        }
        return new Preview.Value(
                ValueForm.typeName(shown.type()),
                before.map(lines -> String.join("\n", lines)),
                after.map(lines -> String.join("\n", lines)),
                hex(shown.data(), shown.data().length));
    }

    private static List<String> texts(RegistryValue value) {
        return switch (ValueForm.of(value.type(), value.data())) {
            case ValueForm.Texts(List<String> texts) -> texts;
            case ValueForm.Number(long number) ->
                List.of("%s (0x%s)".formatted(Long.toUnsignedString(number), Long.toHexString(number)));
            case ValueForm form -> List.of(form.line());
        };
    }

    private static Preview file(ChangeSet changes, FileChange change) throws IOException {
        Path content = changes.content(change.path());
        return whole(
                content, change.path().extension(), () -> difference(changes, change, content, Files.size(content)));
    }

    /** What became of a text. */
    private interface Differing {
        Optional<Preview> find() throws IOException;
    }

    /** @param difference shown instead of the text, where there is one */
    private static Preview whole(Path content, String extension, Differing difference) throws IOException {
        if (extension.equals("lnk")) {
            return new Preview.Shortcut(ShortcutFacts.read(content));
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(content)) {
            start = in.readNBytes(READ_AT_MOST);
        }
        long size = Files.size(content);
        if (start.length > 1 && start[0] == 'M' && start[1] == 'Z') {
            return new Preview.Program(ProgramFacts.read(content));
        }
        if ((PICTURES.contains(extension) || extension.equals("ico")) && size <= PICTURE_AT_MOST) {
            return new Preview.Picture(Files.readAllBytes(content), extension.equals("ico"));
        }
        Optional<Preview> differing = difference.find();
        if (differing.isPresent()) {
            return differing.get();
        }
        Optional<String> text = TextBytes.decode(start, size > start.length);
        return text.isPresent() ? lines(text.get(), size > start.length) : hex(start, size);
    }

    /** What became of a text; empty where it was none, or where its earlier bytes were not kept. */
    private static Optional<Preview> difference(ChangeSet changes, FileChange change, Path content, long size)
            throws IOException {
        Optional<Path> earlier = change.before().isPresent() ? changes.earlier(change.path()) : Optional.empty();
        if (earlier.isEmpty() || size > COMPARED_AT_MOST) {
            return Optional.empty();
        }
        Optional<String> was = TextBytes.decode(Files.readAllBytes(earlier.get()), false);
        Optional<String> is = TextBytes.decode(Files.readAllBytes(content), false);
        if (was.isEmpty() || is.isEmpty() || was.equals(is)) {
            return Optional.empty();
        }
        List<Line> lines = LineDifference.shortened(
                LineDifference.of(was.get().lines().toList(), is.get().lines().toList()));
        boolean more = lines.size() > LINES_AT_MOST;
        return Optional.of(new Preview.Text(more ? lines.subList(0, LINES_AT_MOST) : lines, more));
    }

    private static Preview lines(String text, boolean more) {
        List<Line> lines = text.lines()
                .limit(LINES_AT_MOST)
                .map(line -> new Line(Happened.SAME, line))
                .toList();
        return new Preview.Text(
                lines, more || text.lines().skip(LINES_AT_MOST).findAny().isPresent());
    }

    static Hex hex(byte[] bytes, long size) {
        List<String> lines = new ArrayList<>();
        int end = Math.min(bytes.length, HEX_AT_MOST);
        for (int at = 0; at < end; at += HEX_WIDTH) {
            StringBuilder numbers = new StringBuilder();
            StringBuilder characters = new StringBuilder();
            for (int i = at; i < at + HEX_WIDTH; i++) {
                numbers.append(i < end ? "%02x ".formatted(bytes[i] & 0xff) : "   ");
                if (i < end) {
                    characters.append(bytes[i] >= 0x20 && bytes[i] < 0x7f ? (char) bytes[i] : '.');
                }
            }
            lines.add(String.format(Locale.ROOT, "%04x  %s %s", at, numbers, characters));
        }
        return new Hex(lines, size);
    }
}
