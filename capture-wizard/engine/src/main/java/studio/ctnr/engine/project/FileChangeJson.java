package studio.ctnr.engine.project;

import java.time.Instant;
import java.util.Optional;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.FileState;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A changed file as JSON: its path, and its state before and after; what was added has no "before". */
final class FileChangeJson {
    private FileChangeJson() {}

    static void write(JsonGenerator json, FileChange change) {
        json.writeStartObject();
        fields(json, change);
        json.writeEndObject();
    }

    static void fields(JsonGenerator json, FileChange change) {
        JsonText.write(json, "path", change.path().toString());
        change.before().ifPresent(state -> write(json, "before", state));
        change.after().ifPresent(state -> write(json, "after", state));
        WritingJson.fields(json, change.writing());
    }

    private static void write(JsonGenerator json, String name, FileState state) {
        json.writeObjectPropertyStart(name);
        if (state.folder()) {
            json.writeBooleanProperty("folder", true);
        } else {
            json.writeNumberProperty("size", state.size());
        }
        json.writeStringProperty("modified", state.modified().toString());
        if (state.attributes() != 0) {
            json.writeNumberProperty("attributes", state.attributes());
        }
        json.writeEndObject();
    }

    static FileChange read(JsonParser json) {
        WindowsPath path = null;
        FileState before = null;
        FileState after = null;
        WritingJson writing = new WritingJson();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "path" -> path = WindowsPath.of(JsonText.read(json));
                case "before" -> before = readState(json);
                case "after" -> after = readState(json);
                default -> {
                    if (!writing.take(name, json)) {
                        throw new IllegalArgumentException("\"%s\" is unknown".formatted(name));
                    }
                }
            }
        }
        if (path == null) {
            throw new IllegalArgumentException("\"path\" is missing");
        }
        return new FileChange(path, Optional.ofNullable(before), Optional.ofNullable(after), writing.writing());
    }

    private static FileState readState(JsonParser json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("\"%s\" is no object".formatted(json.currentName()));
        }
        boolean folder = false;
        long size = 0;
        Instant modified = null;
        int attributes = 0;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "folder" -> folder = json.getBooleanValue();
                case "size" -> size = json.getLongValue();
                case "modified" -> modified = TimeText.read(JsonText.read(json));
                case "attributes" -> attributes = json.getIntValue();
                default -> throw new IllegalArgumentException("\"%s\" is unknown".formatted(name));
            }
        }
        if (modified == null || size < 0) {
            throw new IllegalArgumentException(size < 0 ? "the size is negative" : "\"modified\" is missing");
        }
        return new FileState(folder, size, modified, attributes);
    }
}
