package studio.ctnr.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import studio.ctnr.container.archive.manifest.Sha256;
import studio.ctnr.engine.change.CaptureProcess;
import studio.ctnr.engine.change.ChangeCounts;
import studio.ctnr.engine.change.ChangeCounts.Count;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.ProcessTree;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.change.Unobserved;
import studio.ctnr.engine.project.ChangeJson;
import studio.ctnr.engine.rules.Judged;
import studio.ctnr.engine.rules.Verdict;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * {@code ctnr diff --json}: one document, written as the changes are read; its shape is in {@code docs/project.md}.
 *
 * @param processes that the changes name
 * @param unobserved what nobody could watch, so that its changes name no process
 * @param hashed the change set whose content is hashed; empty when no hashes are wanted
 */
record DiffJson(DiffScope scope, ProcessTree processes, List<Unobserved> unobserved, Optional<ChangeSet> hashed) {
    void write(PrintWriter out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out);
        json.writeStartObject();
        json.writeArrayPropertyStart("files");
        try (Stream<Judged<FileChange>> files = scope.files()) {
            for (Iterator<Judged<FileChange>> each = files.iterator(); each.hasNext(); ) {
                Judged<FileChange> file = each.next();
                start(json);
                ChangeJson.fields(json, file.change());
                hash(json, file.change());
                end(json, file.verdict());
            }
        }
        end(json);
        json.writeArrayPropertyStart("registry");
        try (Stream<Judged<RegistryChange>> registry = scope.registry()) {
            for (Iterator<Judged<RegistryChange>> each = registry.iterator(); each.hasNext(); ) {
                Judged<RegistryChange> change = each.next();
                start(json);
                ChangeJson.fields(json, change.change());
                end(json, change.verdict());
            }
        }
        end(json);
        processes(json);
        unobserved(json);
        counts(json, "included", scope.selection().included());
        counts(json, "excluded", scope.selection().excluded());
        json.writeObjectPropertyStart("excludedByTopic");
        scope.selection().excludedByTopic().forEach(json::writeNumberProperty);
        json.writeEndObject();
        json.writeEndObject();
        json.flush();
        out.println();
    }

    private void processes(JsonGenerator json) {
        json.writeArrayPropertyStart("processes");
        for (CaptureProcess process : processes.processes()) {
            start(json);
            ChangeJson.fields(json, process);
            json.writeEndObject();
        }
        end(json);
    }

    private void unobserved(JsonGenerator json) {
        json.writeArrayPropertyStart("notObserved");
        for (Unobserved one : unobserved) {
            start(json);
            json.writeStringProperty("what", one.scope().word());
            ChangeJson.text(json, "subject", one.subject());
            json.writeNumberProperty("status", one.status());
            json.writeEndObject();
        }
        end(json);
    }

    private void hash(JsonGenerator json, FileChange change) throws IOException {
        if (hashed.isPresent() && change.after().isPresent() && !change.folder()) {
            Path content = hashed.get().content(change.path());
            json.writeStringProperty("sha256", Sha256.of(content).toString());
        }
    }

    private static void start(JsonGenerator json) {
        json.writeRaw('\n');
        json.writeStartObject();
    }

    private static void end(JsonGenerator json, Verdict verdict) {
        json.writeObjectPropertyStart("verdict");
        json.writeBooleanProperty("included", verdict.included());
        json.writeStringProperty("source", verdict.source().name().toLowerCase(Locale.ROOT));
        if (!verdict.rule().isEmpty()) {
            json.writeStringProperty("rule", verdict.rule());
        }
        ChangeJson.text(json, "topic", verdict.topic());
        ChangeJson.text(json, "reason", verdict.reason());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void end(JsonGenerator json) {
        json.writeRaw('\n');
        json.writeEndArray();
    }

    private static void counts(JsonGenerator json, String name, ChangeCounts counts) {
        json.writeObjectPropertyStart(name);
        count(json, "files", counts.files());
        count(json, "folders", counts.folders());
        count(json, "keys", counts.keys());
        count(json, "values", counts.values());
        json.writeEndObject();
    }

    private static void count(JsonGenerator json, String name, Count count) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("added", count.added());
        json.writeNumberProperty("changed", count.changed());
        json.writeNumberProperty("deleted", count.deleted());
        json.writeEndObject();
    }
}
