package studio.ctnr.container.archive.manifest;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The scalar values of one JSON object, by key; what is nested is passed over. */
class JsonFields {
    private final Map<String, Object> values = new HashMap<>();

    /** Takes the value that {@code json} stands at. */
    final void read(String key, JsonParser json) {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            values.put(key, json.getString());
        } else if (token == JsonToken.VALUE_NUMBER_INT) {
            values.put(key, json.getLongValue());
        } else {
            json.skipChildren();
        }
    }

    final boolean has(String key) {
        return values.containsKey(key);
    }

    final String text(String key) throws ArchiveException {
        if (values.get(key) instanceof String text) {
            return text;
        }
        throw invalid(key, "text");
    }

    /** A number of bytes: never below 0. */
    final long size(String key) throws ArchiveException {
        if (values.get(key) instanceof Long size && size >= 0) {
            return size;
        }
        throw invalid(key, "a number of bytes");
    }

    private ArchiveException invalid(String key, String wanted) {
        String where = values.get("path") instanceof String path ? " of " + Quoted.of(path) : "";
        return new ArchiveException(
                ArchiveFault.MANIFEST_INVALID,
                "The value \"%s\"%s in manifest.json is missing or not %s".formatted(key, where, wanted));
    }
}
