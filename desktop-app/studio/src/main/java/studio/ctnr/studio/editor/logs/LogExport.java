package studio.ctnr.studio.editor.logs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import studio.ctnr.container.AtomicFile;
import studio.ctnr.engine.run.RuntimeEvent;
import studio.ctnr.studio.export.Csv;
import tools.jackson.databind.ObjectMapper;

/** Events of a log as a file, in their order. */
final class LogExport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LogExport() {}

    /** One JSON object a line, as the runtime writes them. */
    static void lines(List<RuntimeEvent> events, Path file) throws IOException {
        String text = events.stream()
                .map(event -> JSON.writeValueAsString(event.fields()) + "\n")
                .collect(Collectors.joining());
        AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A table with a column for each field that occurs. */
    static void table(List<RuntimeEvent> events, Path file) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        events.forEach(event -> names.addAll(event.fields().keySet()));
        Csv csv = new Csv();
        csv.row(List.copyOf(names));
        events.forEach(event -> csv.row(
                names.stream().map(name -> LogsViewModel.field(event, name)).toList()));
        csv.write(file);
    }
}
