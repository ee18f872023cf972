package studio.ctnr.studio.editor.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.ctnr.container.AtomicFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes of files as a draft keeps them: what was to be done, in its order. Files to be added stay where they are. */
final class FileDraft {
    private static final String NAME = "files.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private FileDraft() {}

    /** A change that was kept: it is done to the files as they are when it is taken up. */
    interface Step {
        /** Empty when it does not fit them any more. */
        Optional<FileChange> on(FileNode root);
    }

    static void write(Path drafts, List<FileChange> changes) throws IOException {
        ObjectNode draft = JSON.createObjectNode();
        ArrayNode all = draft.putArray("changes");
        for (FileChange change : changes) {
            ObjectNode each = all.addObject();
            switch (change) {
                case FileChange.Add(String path, Path source, long size, Instant modified) ->
                    each.put("do", "add")
                            .put("path", path)
                            .put("source", source.toAbsolutePath().toString())
                            .put("size", size)
                            .put("modified", modified.toString());
                case FileChange.MakeFolder(String path) ->
                    each.put("do", "folder").put("path", path);
                case FileChange.Remove(String path, FileNode removed) ->
                    each.put("do", "remove").put("path", path);
                case FileChange.Rename(String path, String to) ->
                    each.put("do", "rename").put("path", path).put("to", to);
            }
        }
        AtomicFile.write(drafts.resolve(NAME), JSON.writeValueAsString(draft).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty when there is none; off the FX thread. */
    static List<Step> read(Path drafts) throws IOException {
        Path file = drafts.resolve(NAME);
        List<Step> steps = new ArrayList<>();
        if (Files.exists(file)) {
            try {
                for (JsonNode each : JSON.readTree(Files.readString(file)).path("changes")) {
                    steps.add(step(each));
                }
            } catch (JacksonException e) {
                throw new IOException(file + " is no draft of files: " + e.getOriginalMessage(), e);
            }
        }
        return steps;
    }

    private static Step step(JsonNode kept) throws IOException {
        String path = kept.path("path").asString("");
        return switch (kept.path("do").asString("")) {
            case "add" -> add(path, Path.of(kept.path("source").asString("")), kept);
            case "folder" ->
                root -> root.find(path).isEmpty() && holder(root, path).isPresent()
                        ? Optional.of(new FileChange.MakeFolder(path))
                        : Optional.empty();
            case "remove" -> root -> root.find(path).map(node -> new FileChange.Remove(node.path(), node));
            case "rename" -> rename(path, kept.path("to").asString(""));
            case String other -> throw new IOException("A draft of files has an unknown change: " + other);
        };
    }

    private static Step add(String path, Path source, JsonNode kept) {
        boolean there = Files.isRegularFile(source);
        Instant modified = Instant.parse(kept.path("modified").asString("1970-01-01T00:00:00Z"));
        long size = kept.path("size").asLong(0);
        return root -> there && root.find(path).isEmpty() && holder(root, path).isPresent()
                ? Optional.of(new FileChange.Add(path, source, size, modified))
                : Optional.empty();
    }

    private static Step rename(String path, String to) {
        return root -> root.find(path)
                .filter(node -> node.parent()
                        .flatMap(above -> above.child(to))
                        .filter(taken -> taken != node)
                        .isEmpty())
                .map(node -> new FileChange.Rename(path, to));
    }

    private static Optional<FileNode> holder(FileNode root, String path) {
        int slash = path.lastIndexOf('/');
        return root.find(slash < 0 ? "" : path.substring(0, slash)).filter(FileNode::isFolder);
    }
}
