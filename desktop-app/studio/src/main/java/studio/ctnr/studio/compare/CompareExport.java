package studio.ctnr.studio.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import studio.ctnr.container.AtomicFile;
import studio.ctnr.studio.export.Csv;
import studio.ctnr.workbench.compare.Change;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A list of differences as a file; words in JSON and CSV are the same in every language, for programs.
 *
 * @param first what was compared with {@code second}
 */
record CompareExport(String first, String second, List<DifferenceRow> rows) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** In the form that the file's name asks for: {@code .json}, {@code .csv}, otherwise text. */
    void write(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            table().write(file);
        } else {
            String text = name.endsWith(".json") ? json() : "--- " + first + "\n+++ " + second + "\n" + lines(rows);
            AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A line for each: {@code +} added, {@code -} removed, {@code ~} changed. */
    static String lines(List<DifferenceRow> rows) {
        return rows.stream().map(CompareExport::line).collect(Collectors.joining());
    }

    private static String line(DifferenceRow row) {
        String data = row.change() == Change.CHANGED
                ? row.before() + " -> " + row.after()
                : row.change() == Change.ADDED ? row.after() : row.before();
        char sign = switch (row.change()) {
            case ADDED -> '+';
            case REMOVED -> '-';
            case CHANGED -> '~';
        };
        return (sign + " " + row.what() + (data.isBlank() ? "" : ": " + data)) + "\n";
    }

    private String json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("first", first).put("second", second);
        ArrayNode differences = root.putArray("differences");
        for (DifferenceRow row : rows) {
            differences
                    .addObject()
                    .put("part", word(row.part()))
                    .put("change", word(row.change()))
                    .put("what", row.what())
                    .put("before", row.change() == Change.ADDED ? null : row.before())
                    .put("after", row.change() == Change.REMOVED ? null : row.after());
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private Csv table() {
        Csv csv = new Csv();
        csv.row(List.of("part", "change", "what", "before", "after"));
        rows.forEach(
                row -> csv.row(List.of(word(row.part()), word(row.change()), row.what(), row.before(), row.after())));
        return csv;
    }

    private static String word(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT);
    }
}
