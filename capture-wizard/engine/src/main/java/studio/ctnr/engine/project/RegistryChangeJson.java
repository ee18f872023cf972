package studio.ctnr.engine.project;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.engine.change.ChangeKind;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.change.RegistryChange.OfKey;
import studio.ctnr.engine.change.RegistryChange.OfValue;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A changed key or value as JSON. A line with a "name" is a value; one with a "change" is a key. */
final class RegistryChangeJson {
    /** By key, a key before its own values, those by name; case counts nowhere. */
    static final Comparator<RegistryChange> ORDER = RegistryChangeJson::compare;

    private KeyPath lastKey;

    private RegistryChangeJson() {}

    /** A reader of one file: the changes of one key share its path. */
    static JsonLines.Reader<RegistryChange> reader() {
        return new RegistryChangeJson()::read;
    }

    private static int compare(RegistryChange some, RegistryChange other) {
        int keys = some.key() == other.key() ? 0 : some.key().compareTo(other.key());
        if (keys != 0) {
            return keys;
        }
        return switch (some) {
            case OfKey _ -> other instanceof OfKey ? 0 : -1;
            case OfValue value
            when other instanceof OfValue its ->
                WindowsNames.fold(value.name()).compareTo(WindowsNames.fold(its.name()));
            case OfValue _ -> 1;
        };
    }

    static void write(JsonGenerator json, RegistryChange change) {
        json.writeStartObject();
        fields(json, change);
        json.writeEndObject();
    }

    static void fields(JsonGenerator json, RegistryChange change) {
        JsonText.write(json, "key", change.key().toString());
        switch (change) {
            case OfKey key ->
                json.writeStringProperty("change", key.kind().name().toLowerCase(Locale.ROOT));
            case OfValue value -> {
                JsonText.write(json, "name", value.name());
                value.before().ifPresent(state -> write(json, "before", state, value.name()));
                value.after().ifPresent(state -> write(json, "after", state, value.name()));
            }
        }
        WritingJson.fields(json, change.writing());
    }

    private static void write(JsonGenerator json, String name, RegistryValue value, String known) {
        json.writeObjectPropertyStart(name);
        if (!value.name().equals(known)) {
            JsonText.write(json, "name", value.name());
        }
        RegistryDataJson.write(json, value.type(), value.data());
        json.writeEndObject();
    }

    private RegistryChange read(JsonParser json) {
        KeyPath key = null;
        ChangeKind kind = null;
        String valueName = null;
        RegistryValue before = null;
        RegistryValue after = null;
        WritingJson writing = new WritingJson();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "key" -> key = key(JsonText.read(json));
                case "change" -> kind = kind(JsonText.read(json));
                case "name" -> valueName = JsonText.read(json);
                case "before" -> before = RegistryDataJson.read(json, valueName);
                case "after" -> after = RegistryDataJson.read(json, valueName);
                default -> {
                    if (!writing.take(name, json)) {
                        throw new IllegalArgumentException("\"%s\" is unknown".formatted(name));
                    }
                }
            }
        }
        if (key == null || (kind == null) == (valueName == null)) {
            throw new IllegalArgumentException(
                    key == null ? "\"key\" is missing" : "either \"change\" or \"name\" belongs there");
        }
        return kind != null
                ? new OfKey(key, kind, writing.writing())
                : new OfValue(key, Optional.ofNullable(before), Optional.ofNullable(after), writing.writing());
    }

    private KeyPath key(String text) {
        if (lastKey == null || !lastKey.toString().equals(text)) {
            lastKey = KeyPath.of(text);
        }
        return lastKey;
    }

    private static ChangeKind kind(String text) {
        return switch (text) {
            case "added" -> ChangeKind.ADDED;
            case "deleted" -> ChangeKind.DELETED;
            default -> throw new IllegalArgumentException("a key is added or deleted, not " + text);
        };
    }
}
