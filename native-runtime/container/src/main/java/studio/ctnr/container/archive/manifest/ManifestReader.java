package studio.ctnr.container.archive.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a {@code manifest.json} that anybody may have made, and accepts it only when every entry can stand where it does
 * and the Merkle root is theirs. Unknown keys are passed over: a later program may add some.
 */
public final class ManifestReader {
    /** The largest manifest, in bytes: some 1,000,000 entries. */
    public static final long LARGEST = 256L << 20;

    private static final int MOST_ENTRIES = 1_000_000;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxNumberLength(20)
                    .maxStringLength(1 << 18)
                    .maxNameLength(256)
                    .build())
            .build();

    private final ManifestFields header = new ManifestFields();
    private final List<Entry> entries = new ArrayList<>();
    private final EntrySequence sequence = new EntrySequence();
    private final MerkleTree tree = new MerkleTree();

    private ManifestReader() {}

    /** @throws ArchiveException when it is no manifest, or one that is refused */
    public static Manifest read(InputStream in) throws IOException {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
            return new ManifestReader().read(json);
        } catch (JacksonIOException failure) {
            throw failure.getCause();
        } catch (JacksonException damaged) {
            throw new ArchiveException(
                    ArchiveFault.MANIFEST_INVALID,
                    "manifest.json is damaged: " + damaged.getOriginalMessage(),
                    damaged);
        } catch (IllegalArgumentException bad) {
            throw new ArchiveException(
                    ArchiveFault.MANIFEST_INVALID, "manifest.json holds a bad value: " + bad.getMessage(), bad);
        }
    }

    private Manifest read(JsonParser json) throws ArchiveException {
        expect(json.nextToken(), JsonToken.START_OBJECT, "the manifest");
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            JsonToken value = json.nextToken();
            if (key.equals("entries")) {
                readEntries(json, value);
            } else {
                header.read(key, json);
            }
        }
        expect(json.currentToken(), JsonToken.END_OBJECT, "the manifest's end");
        if (json.nextToken() != null) {
            throw new ArchiveException(ArchiveFault.MANIFEST_INVALID, "Something follows the end of manifest.json");
        }
        Manifest manifest = header.manifest(List.copyOf(entries));
        if (!tree.root().equals(manifest.root())) {
            throw new ArchiveException(
                    ArchiveFault.MERKLE_MISMATCH,
                    "The entries of manifest.json do not have the Merkle root that it gives");
        }
        return manifest;
    }

    private void readEntries(JsonParser json, JsonToken start) throws ArchiveException {
        expect(start, JsonToken.START_ARRAY, "entries");
        header.checkVersion();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken(), JsonToken.START_OBJECT, "an entry");
            if (entries.size() == MOST_ENTRIES) {
                throw new ArchiveException(
                        ArchiveFault.MANIFEST_TOO_BIG, "The manifest has more than " + MOST_ENTRIES + " entries");
            }
            EntryFields fields = new EntryFields();
            for (String key = json.nextName(); key != null; key = json.nextName()) {
                json.nextToken();
                fields.read(key, json);
            }
            Entry entry = fields.entry();
            sequence.accept(entry);
            tree.add(entry);
            entries.add(entry);
        }
    }

    private static void expect(JsonToken found, JsonToken wanted, String what) throws ArchiveException {
        if (found != wanted) {
            throw new ArchiveException(
                    ArchiveFault.MANIFEST_INVALID,
                    "manifest.json has no %s where %s should be".formatted(wanted, what));
        }
    }
}
