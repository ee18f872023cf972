package studio.ctnr.container.archive.manifest;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.MinimalPrettyPrinter;

/**
 * Writes {@code manifest.json}, entry by entry and one to a line. Hashes have a fixed width, so its size is known before
 * any file has been read: see {@link #size}.
 */
public final class ManifestWriter {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private ManifestWriter() {}

    /** The size in bytes, whatever the hashes are. */
    public static long size(Manifest manifest) throws IOException {
        Counter counter = new Counter();
        write(manifest, counter);
        return counter.count;
    }

    /** Leaves {@code out} open. */
    public static void write(Manifest manifest, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(new LinePerEntry(), out, JsonEncoding.UTF8)) {
            ArchiveInfo info = manifest.info();
            json.writeStartObject();
            json.writeNumberProperty("formatVersion", Manifest.FORMAT_VERSION);
            json.writeStringProperty("id", info.id());
            json.writeStringProperty("name", info.name());
            json.writeStringProperty("version", info.version());
            json.writeStringProperty("builder", info.builder());
            json.writeStringProperty("runtimeBuild", info.runtimeBuild());
            json.writeStringProperty("merkleRoot", manifest.root().toString());
            json.writeNumberProperty("payloadSize", manifest.payloadSize());
            json.writeArrayPropertyStart("entries");
            for (Entry entry : manifest.entries()) {
                write(entry, json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void write(Entry entry, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("path", entry.path());
        json.writeStringProperty("kind", entry.kind().word());
        json.writeNumberProperty("offset", entry.offset());
        if (entry.kind().hasContent()) {
            json.writeNumberProperty("size", entry.size());
            json.writeStringProperty("sha256", entry.sha256().toString());
            json.writeStringProperty("modified", FileTimes.text(entry.modified()));
        }
        if (entry.attributes() != 0) {
            json.writeStringProperty("attributes", WindowsAttributes.letters(entry.attributes()));
        }
        json.writeEndObject();
    }

    private static final class LinePerEntry extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new EntryLines();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    private static final class EntryLines extends MinimalPrettyPrinter {
        private static final long serialVersionUID = 1L;

        @Override
        public void beforeArrayValues(JsonGenerator json) {
            json.writeRaw('\n');
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) {
            json.writeRaw(",\n");
        }
    }

    private static final class Counter extends FilterOutputStream {
        private long count;

        Counter() {
            super(nullOutputStream());
        }

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
