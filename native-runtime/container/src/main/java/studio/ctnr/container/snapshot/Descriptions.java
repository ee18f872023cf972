package studio.ctnr.container.snapshot;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import studio.ctnr.container.archive.manifest.ArchiveException;
import studio.ctnr.container.archive.manifest.Manifest;
import studio.ctnr.container.archive.manifest.ManifestReader;
import studio.ctnr.container.archive.manifest.ManifestWriter;
import studio.ctnr.container.archive.manifest.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a snapshot's folder says: its label and sizes, and its manifest. */
final class Descriptions {
    private static final int FORMAT = 1;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern TOKEN = Pattern.compile("\\d{8}T\\d{6}Z-[a-z0-9]{6}");

    private final StoreFiles files;

    Descriptions(StoreFiles files) {
        this.files = files;
    }

    /** All of them, oldest first; one whose description can't be read is left to the check. */
    List<Snapshot> list() throws IOException {
        List<Snapshot> snapshots = new ArrayList<>();
        for (String token : tokens()) {
            try {
                snapshots.add(read(token));
            } catch (SnapshotException damaged) {
                continue;
            }
        }
        snapshots.sort(Comparator.comparing(Snapshot::created).thenComparing(Snapshot::token));
        return snapshots;
    }

    /** The names of all that were finished. */
    List<String> tokens() throws IOException {
        List<String> tokens = new ArrayList<>();
        if (Files.isDirectory(files.root())) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(files.root())) {
                for (Path folder : folders) {
                    String name = folder.getFileName().toString();
                    if (TOKEN.matcher(name).matches()) {
                        tokens.add(name);
                    }
                }
            }
        }
        tokens.sort(Comparator.naturalOrder());
        return tokens;
    }

    Snapshot read(String token) throws IOException {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(files.description(token)));
            return new Snapshot(
                    token,
                    json.get("label").asString(),
                    Instant.parse(json.get("created").asString()),
                    json.get("files").asLong(),
                    json.get("size").asLong(),
                    json.get("added").asLong(),
                    Sha256.parse(json.get("root").asString()));
        } catch (IOException
                | JacksonException
                | NullPointerException
                | DateTimeException
                | IllegalArgumentException damaged) {
            throw new SnapshotException(
                    SnapshotFault.DAMAGED, "The description of the snapshot " + token + " can't be read", damaged);
        }
    }

    Manifest manifest(String token) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(files.manifest(token)))) {
            return ManifestReader.read(in);
        } catch (IOException damaged) {
            throw new SnapshotException(
                    SnapshotFault.DAMAGED,
                    "The file list of the snapshot " + token + " can't be read"
                            + (damaged instanceof ArchiveException known ? ": " + known.getMessage() : ""),
                    damaged);
        }
    }

    /** Writes both into a folder that is not in its place yet. */
    static void write(Path folder, Snapshot snapshot, Manifest manifest) throws IOException {
        Files.createDirectory(folder);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve("manifest.json")))) {
            ManifestWriter.write(manifest, out);
        }
        var json = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("label", snapshot.label())
                .put("created", snapshot.created().toString())
                .put("files", snapshot.files())
                .put("size", snapshot.size())
                .put("added", snapshot.added())
                .put("root", snapshot.root().toString());
        Files.writeString(folder.resolve("snapshot.json"), json.toPrettyString() + "\n");
    }
}
