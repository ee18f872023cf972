package studio.ctnr.engine.project;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import studio.ctnr.engine.change.CaptureProcess;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A process of a capture as JSON. */
final class ProcessJson {
    static final Comparator<CaptureProcess> ORDER = Comparator.comparingInt(CaptureProcess::id);

    private ProcessJson() {}

    static void write(JsonGenerator json, CaptureProcess process) {
        json.writeStartObject();
        fields(json, process);
        json.writeEndObject();
    }

    static void fields(JsonGenerator json, CaptureProcess process) {
        json.writeNumberProperty("id", process.id());
        process.parent().ifPresent(parent -> json.writeNumberProperty("parent", parent));
        json.writeNumberProperty("pid", process.pid());
        JsonText.write(json, "image", process.image());
        JsonText.write(json, "command", process.command());
        json.writeStringProperty("started", process.started().toString());
        process.ended().ifPresent(ended -> json.writeStringProperty("ended", ended.toString()));
        process.exitCode().ifPresent(code -> json.writeNumberProperty("code", code));
    }

    static CaptureProcess read(JsonParser json) {
        int id = 0;
        OptionalInt parent = OptionalInt.empty();
        long pid = 0;
        String image = null;
        String command = "";
        Instant started = null;
        Optional<Instant> ended = Optional.empty();
        OptionalLong code = OptionalLong.empty();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "id" -> id = json.getIntValue();
                case "parent" -> parent = OptionalInt.of(json.getIntValue());
                case "pid" -> pid = json.getLongValue();
                case "image" -> image = JsonText.read(json);
                case "command" -> command = JsonText.read(json);
                case "started" -> started = TimeText.read(JsonText.read(json));
                case "ended" -> ended = Optional.of(TimeText.read(JsonText.read(json)));
                case "code" -> code = OptionalLong.of(json.getLongValue());
                default -> throw new IllegalArgumentException("\"%s\" is unknown".formatted(name));
            }
        }
        if (id < 1 || image == null || started == null) {
            throw new IllegalArgumentException("\"id\", \"image\" or \"started\" is missing");
        }
        return new CaptureProcess(id, parent, pid, image, command, started, ended, code);
    }
}
