package studio.ctnr.engine.observe.who;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedSet;
import studio.ctnr.engine.change.Unobserved;
import studio.ctnr.engine.change.Unobserved.Scope;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads what {@code capture.exe run --observe} writes, as the file grows. What runs in the sandbox can reach the file: a
 * line that makes no sense is passed over.
 */
public final class ObservationFeed implements AutoCloseable {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int LONGEST_LINE = 1 << 16;

    /** More than these are not told apart: who reads them knows by then that much is missing. */
    private static final int MOST_UNOBSERVED = 50;

    private final Path file;
    private final Observation into;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 18);
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final SequencedSet<Unobserved> unobserved = new LinkedHashSet<>();
    private FileChannel channel;

    public ObservationFeed(Path file, Observation into) {
        this.file = file;
        this.into = into;
    }

    /** Takes in what was written since the last call; true when there was something. */
    public boolean read() throws IOException {
        if (channel == null && !Files.exists(file)) {
            return false;
        }
        if (channel == null) {
            channel = FileChannel.open(file);
        }
        boolean some = false;
        while (channel.read(buffer.clear()) > 0) {
            buffer.flip();
            while (buffer.hasRemaining()) {
                take(buffer.get());
            }
            some = true;
        }
        return some;
    }

    private void take(byte next) {
        if (next != '\n') {
            if (line.size() < LONGEST_LINE) {
                line.write(next);
            }
            return;
        }
        try {
            hear(fields(line.toByteArray()));
        } catch (JacksonException | DateTimeException | IllegalArgumentException damaged) {
            // nobody is told: an installer may write here what it likes
        }
        line.reset();
    }

    private static Map<String, String> fields(byte[] text) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                while (json.nextToken() != JsonToken.END_OBJECT) {
                    String name = json.currentName();
                    json.nextToken();
                    fields.put(name, json.getString());
                }
            }
        }
        return fields;
    }

    private void hear(Map<String, String> fields) {
        Instant at = Instant.parse(need(fields, "time"));
        long pid = Long.parseLong(need(fields, "process"));
        switch (need(fields, "event")) {
            case "process-start" ->
                into.started(
                        pid, Long.parseLong(need(fields, "parent")), need(fields, "path"), need(fields, "command"), at);
            case "process-end" -> into.ended(pid, code(fields.get("code")), at);
            case "create", "write", "attributes" -> into.fileWritten(need(fields, "path"), pid, at);
            case "link" -> into.fileWritten(need(fields, "to"), pid, at);
            case "delete" -> into.fileDeleted(need(fields, "path"), pid, at);
            case "rename" -> into.fileMoved(need(fields, "path"), need(fields, "to"), pid, at);
            case "key-create" -> into.keyCreated(need(fields, "key"), pid, at);
            case "key-delete" -> into.keyDeleted(need(fields, "key"), pid, at);
            case "key-rename" -> into.keyMoved(need(fields, "key"), need(fields, "to"), pid, at);
            case "value-set" -> into.valueSet(need(fields, "key"), need(fields, "value"), pid, at);
            case "value-delete" -> into.valueDeleted(need(fields, "key"), need(fields, "value"), pid, at);
            case "process-not-observed" -> unobserved(Scope.PROGRAM, fields);
            case "not-observed" -> unobserved(Scope.CALL, fields);
            default -> {} // of a newer program
        }
    }

    private void unobserved(Scope scope, Map<String, String> fields) {
        if (unobserved.size() < MOST_UNOBSERVED) {
            unobserved.add(new Unobserved(scope, need(fields, "subject"), Long.decode(need(fields, "status"))));
        }
    }

    /** What the observed programs themselves told that nobody observes, each once. */
    public List<Unobserved> unobserved() {
        return List.copyOf(unobserved);
    }

    private static String need(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static OptionalLong code(String text) {
        return text == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
