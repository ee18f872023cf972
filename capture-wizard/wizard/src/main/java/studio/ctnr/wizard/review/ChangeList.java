package studio.ctnr.wizard.review;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.ctnr.container.AtomicFile;
import studio.ctnr.engine.change.FileState;
import studio.ctnr.engine.change.ValueForm;
import studio.ctnr.engine.rules.Verdict;
import studio.ctnr.wizard.diff.DiffTree;
import studio.ctnr.wizard.diff.Shown;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the table shows as a list for other programs, a change a line: comma-separated (RFC 4180, UTF-8 with its mark, as
 * spreadsheets want it) or JSON. Names and words are the same in every language.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class ChangeList {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FORMULA = "=+-@\t\r";

    private ChangeList() {}

    /**
     * Writes the changes that match the filter.
     *
     * @param goal JSON where its name ends in {@code .json}, else comma-separated
     * @return how many there are
     */
    static int write(Shown shown, Path goal) throws IOException {
        List<Map<String, Object>> rows = rows(shown);
        boolean json = goal.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json");
        AtomicFile.write(goal, out -> {
            if (json) {
                json(rows, out);
            } else {
                commas(rows, out);
            }
        });
        return rows.size();
    }

    private static List<Map<String, Object>> rows(Shown shown) {
        DiffTree tree = shown.state().tree();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int node = 0; node < tree.size(); node++) {
            if (tree.changed(node) && isMatch(shown, node)) {
                rows.add(row(shown, node));
            }
        }
        return rows;
    }

    /** What it holds aside, one match is its own. */
    private static boolean isMatch(Shown shown, int node) {
        int below = 0;
        DiffTree tree = shown.state().tree();
        for (int child = node + 1; child < tree.end(node); child = tree.end(child)) {
            below += shown.matchesIn(child);
        }
        return shown.matchesIn(node) > below;
    }

    private static Map<String, Object> row(Shown shown, int node) {
        DiffTree tree = shown.state().tree();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", tree.kind(node).name().toLowerCase(Locale.ROOT));
        row.put("path", tree.path(node));
        var value = shown.state().value(node);
        row.put("value", value.map(change -> change.name()).orElse(""));
        row.put("change", tree.happened(node).orElseThrow().name().toLowerCase(Locale.ROOT));
        row.put(
                "size",
                tree.file(node)
                        .flatMap(file -> file.after().or(file::before))
                        .filter(state -> !state.folder())
                        .<Object>map(FileState::size)
                        .orElse(""));
        row.put(
                "type",
                value.flatMap(change -> change.after().or(change::before))
                        .map(data -> ValueForm.typeName(data.type()))
                        .orElse(""));
        row.put(
                "data",
                value.flatMap(change -> change.after().or(change::before))
                        .map(data -> ValueForm.of(data.type(), data.data()).line())
                        .orElse(""));
        row.put("included", shown.state().included(node));
        Verdict verdict = shown.state().verdict(node).orElse(Verdict.DEFAULT);
        row.put("source", verdict.source().name().toLowerCase(Locale.ROOT));
        row.put("rule", verdict.rule());
        row.put("reason", verdict.reason());
        row.put(
                "process",
                tree.writer(node).map(writer -> writer.process().name()).orElse(""));
        return row;
    }

    private static void json(List<Map<String, Object>> rows, OutputStream out) throws IOException {
        try {
            out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(rows));
        } catch (JacksonException failed) {
            throw new IOException(failed);
        }
    }

    private static void commas(List<Map<String, Object>> rows, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\ufeff');
        for (int i = 0; i < rows.size(); i++) {
            if (i == 0) {
                writer.write(String.join(",", rows.getFirst().keySet()) + "\r\n");
            }
            List<String> cells =
                    rows.get(i).values().stream().map(ChangeList::cell).toList();
            writer.write(String.join(",", cells) + "\r\n");
        }
        writer.flush();
    }

    /** A text that a spreadsheet would take for a formula is kept from that: names in a capture come from anybody. */
    private static String cell(Object value) {
        String text = value.toString();
        if (value instanceof String && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean quoted = text.chars().anyMatch(unit -> unit == ',' || unit == '"' || unit == '\n' || unit == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
