package studio.ctnr.engine.project;

import java.time.Instant;
import java.util.Optional;
import studio.ctnr.engine.change.Writing;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** Who made a change, as two fields of its line: "by" is a process of processes.jsonl, "at" the time. */
final class WritingJson {
    private int by;
    private Instant at;

    static void fields(JsonGenerator json, Optional<Writing> writing) {
        writing.ifPresent(known -> {
            json.writeNumberProperty("by", known.process());
            json.writeStringProperty("at", known.at().toString());
        });
    }

    /** Takes a field in; false when it is another's. */
    boolean take(String name, JsonParser json) {
        switch (name) {
            case "by" -> by = json.getIntValue();
            case "at" -> at = TimeText.read(JsonText.read(json));
            default -> {
                return false;
            }
        }
        return true;
    }

    Optional<Writing> writing() {
        if ((by > 0) != (at != null)) {
            throw new IllegalArgumentException("\"by\" and \"at\" belong together");
        }
        return at == null ? Optional.empty() : Optional.of(new Writing(by, at));
    }
}
