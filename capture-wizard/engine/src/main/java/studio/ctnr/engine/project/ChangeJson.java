package studio.ctnr.engine.project;

import studio.ctnr.engine.change.CaptureProcess;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.RegistryChange;
import tools.jackson.core.JsonGenerator;

/** Changes and processes as JSON, with the very fields that the lines of a project's {@code changes} folder have. */
public final class ChangeJson {
    private ChangeJson() {}

    /** Writes the fields of a change into the object that is open. */
    public static void fields(JsonGenerator json, FileChange change) {
        FileChangeJson.fields(json, change);
    }

    /** Writes the fields of a change into the object that is open. */
    public static void fields(JsonGenerator json, RegistryChange change) {
        RegistryChangeJson.fields(json, change);
    }

    /** Writes the fields of a process into the object that is open. */
    public static void fields(JsonGenerator json, CaptureProcess process) {
        ProcessJson.fields(json, process);
    }

    /** Writes a field with any text that Windows has, unpaired surrogates included. */
    public static void text(JsonGenerator json, String name, String text) {
        JsonText.write(json, name, text);
    }
}
