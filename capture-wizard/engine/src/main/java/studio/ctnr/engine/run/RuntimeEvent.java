package studio.ctnr.engine.run;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of a container's {@code logs/events.log}; docs/runtime.md lists what may be in it.
 *
 * @param fields all of them, in the line's order; values are texts, numbers, truths, lists and maps
 */
public record RuntimeEvent(Map<String, Object> fields) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

    public RuntimeEvent {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Reads a line; empty when it is not whole, such as the last one of a log that was cut off. */
    public static Optional<RuntimeEvent> of(String line) {
        try {
            return Optional.of(new RuntimeEvent(JSON.readValue(line, FIELDS)));
        } catch (JacksonException | NullPointerException damaged) {
            return Optional.empty();
        }
    }

    /** What happened: {@code open}, {@code create}, {@code process} …; empty when the line does not say. */
    public String name() {
        return text("event").orElse("");
    }

    public Optional<Instant> time() {
        try {
            return text("time").map(Instant::parse);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The value of a field that is a text. */
    public Optional<String> text(String field) {
        return fields.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The value of a field that is a number. */
    public Optional<Long> number(String field) {
        return fields.get(field) instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }
}
