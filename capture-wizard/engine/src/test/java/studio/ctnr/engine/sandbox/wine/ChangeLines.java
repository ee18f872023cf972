package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.RegistryChange;

/** A change set as lines of text, without what differs between two runs on Wine whatever is installed. */
final class ChangeLines {
    private ChangeLines() {}

    static List<String> files(ChangeSet changes) throws IOException {
        try (Stream<FileChange> files = changes.files()) {
            return files.map(change -> line(changes, change)).toList();
        }
    }

    static List<String> registry(ChangeSet changes) throws IOException {
        try (Stream<RegistryChange> registry = changes.registry()) {
            return registry.map(ChangeLines::line)
                    .filter(line -> !line.contains(" DriverDate") && !line.contains("[HKCU\\Console]"))
                    .toList();
        }
    }

    private static String line(ChangeSet changes, FileChange change) {
        // a shortcut holds the time at which its target was written
        boolean content = !change.folder()
                && change.after().isPresent()
                && !change.path().extension().equals("lnk");
        try {
            return "%s %s %s %s"
                    .formatted(
                            change.kind(),
                            change.path(),
                            change.after().map(state -> state.attributes()).orElse(-1),
                            content ? Arrays.hashCode(Files.readAllBytes(changes.content(change.path()))) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(RegistryChange change) {
        return switch (change) {
            case RegistryChange.OfKey key -> key.kind() + " [" + key.key() + "]";
            case RegistryChange.OfValue value ->
                "%s [%s] %s %s %s"
                        .formatted(
                                value.kind(),
                                value.key(),
                                value.name(),
                                value.before().map(v -> v.type() + Arrays.toString(v.data())),
                                value.after().map(v -> v.type() + Arrays.toString(v.data())));
        };
    }
}
