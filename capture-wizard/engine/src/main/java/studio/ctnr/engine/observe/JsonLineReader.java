package studio.ctnr.engine.observe;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads objects one after another as they arrive; no more of one than a limit is kept. */
final class JsonLineReader implements AutoCloseable {
    private static final int LONGEST_STRING = 1 << 20;
    private static final int MOST_ITEMS = 10_000;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_STRING)
                    .maxNestingDepth(8)
                    .build())
            .build();

    private final InputStream in;
    private JsonParser json; // made when it is first asked: it reads at once, and what is followed may not speak yet
    private final String name;
    private int items;

    JsonLineReader(InputStream in, String name) {
        this.in = in;
        this.name = name;
    }

    Optional<JsonLine> next() throws IOException {
        items = 0;
        try {
            if (json == null) {
                json = FACTORY.createParser(ObjectReadContext.empty(), in);
            }
            JsonToken token = json.nextToken();
            if (token == null) {
                return Optional.empty();
            }
            if (token != JsonToken.START_OBJECT) {
                throw new IOException(place() + ": not a JSON object");
            }
            String place = place();
            return Optional.of(new JsonLine(place, object()));
        } catch (JacksonException damaged) {
            throw new IOException(place() + ": " + reason(damaged), damaged);
        }
    }

    private static String reason(JacksonException damaged) {
        return damaged.getCause() instanceof IOException broken
                ? "can't be read: " + broken.getMessage()
                : "not JSON: " + damaged.getOriginalMessage();
    }

    private String place() {
        return json == null ? name : name + ", line " + json.currentLocation().getLineNr();
    }

    private Map<String, Object> object() throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            fields.put(field, value());
        }
        return fields;
    }

    private List<Object> array() throws IOException {
        List<Object> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(value());
        }
        return values;
    }

    private Object value() throws IOException {
        if (++items > MOST_ITEMS) {
            throw new IOException(place() + ": more than " + MOST_ITEMS + " values in one line");
        }
        return switch (json.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case null, default -> null;
        };
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
