package studio.ctnr.engine.observe;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** One object of a JSON lines file, with its place for complaints. */
record JsonLine(String place, Map<String, Object> fields) {

    /** Makes something of one object of an array. */
    interface Maker<T> {
        T make(JsonLine object) throws IOException;
    }

    String text(String field) throws IOException {
        return need(field, fields.get(field), String.class, "text");
    }

    long number(String field) throws IOException {
        return need(field, fields.get(field), Long.class, "a number");
    }

    OptionalLong numberOrNull(String field) throws IOException {
        return fields.get(field) == null ? OptionalLong.empty() : OptionalLong.of(number(field));
    }

    boolean truth(String field) throws IOException {
        return need(field, fields.get(field), Boolean.class, "true or false");
    }

    Duration time(String field) throws IOException {
        return Duration.ofMillis(number(field));
    }

    List<String> texts(String field) throws IOException {
        return items(field, item -> need(field, item, String.class, "texts"));
    }

    List<Long> numbers(String field) throws IOException {
        return items(field, item -> need(field, item, Long.class, "numbers"));
    }

    JsonLine object(String field) throws IOException {
        return object(field, fields.get(field));
    }

    <T> List<T> objects(String field, Maker<T> maker) throws IOException {
        return items(field, item -> maker.make(object(field, item)));
    }

    private JsonLine object(String field, Object item) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        Map<?, ?> raw = need(field, item, Map.class, "an object");
        raw.forEach((name, value) -> object.put((String) name, value));
        return new JsonLine(place, object);
    }

    private interface ItemReader<T> {
        T read(Object item) throws IOException;
    }

    private <T> List<T> items(String field, ItemReader<T> reader) throws IOException {
        List<T> items = new ArrayList<>();
        for (Object item : need(field, fields.get(field), List.class, "a list")) {
            items.add(reader.read(item));
        }
        return items;
    }

    private <T> T need(String field, Object value, Class<T> type, String wanted) throws IOException {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        throw new IOException(
                place + ": \"" + field + "\" should be " + wanted + " and is " + (value == null ? "missing" : value));
    }
}
