package studio.ctnr.studio.editor.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.reg.HiveMounts.Place;
import studio.ctnr.container.reg.RegEdit;
import studio.ctnr.container.reg.RegFileReader;
import studio.ctnr.container.reg.RegFormatException;

/** What a .reg file asks for, as changes of a container's registry one after another. */
final class RegFileImport {
    private final ContainerRegistry registry;
    private final List<RegEdit> asked;

    private RegFileImport(ContainerRegistry registry, List<RegEdit> asked) {
        this.registry = registry;
        this.asked = asked;
    }

    /**
     * Reads the whole file and does nothing yet.
     *
     * @throws RegFormatException when it is no .reg file, or names a key that no hive of a container holds
     */
    static RegFileImport read(ContainerRegistry registry, Path file) throws IOException {
        String source = file.getFileName().toString();
        List<RegEdit> asked = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            RegFileReader.read(in, source, RegFileReader.ANSI, edit -> {
                Optional<Place> place = registry.mounts().place(edit.key());
                if (place.isEmpty()
                        || edit instanceof RegEdit.DeleteKey
                                && place.get().path().isEmpty()) {
                    throw new RegFormatException(
                            source,
                            edit.line(),
                            1,
                            "a container holds what lies below HKCU and HKLM\\Software: " + edit.key());
                }
                asked.add(edit);
            });
        }
        return new RegFileImport(registry, asked);
    }

    /** Does it, and gives what undoes it, in the order in which that is to be done. */
    List<RegistryEdit> apply(Instant time) {
        Deque<RegistryEdit> inverses = new ArrayDeque<>();
        for (RegEdit edit : asked) {
            for (RegistryEdit change : changes(edit, time)) {
                inverses.push(change.inverse(registry));
                change.apply(registry);
            }
        }
        return List.copyOf(inverses);
    }

    /** Each is to be applied before the next is asked for its inverse; keys that are missing are made first. */
    private List<RegistryEdit> changes(RegEdit edit, Instant time) {
        KeyPath key = path(edit);
        return switch (edit) {
            case RegEdit.CreateKey create -> missing(key, time);
            case RegEdit.DeleteKey delete ->
                registry.find(key).isPresent() ? List.of(new RegistryEdit.DeleteKey(key, time)) : List.of();
            case RegEdit.SetValue set -> {
                List<RegistryEdit> all = missing(key, time);
                all.add(new RegistryEdit.PutValue(key, set.value().name(), Optional.of(set.value()), time));
                yield all;
            }
            case RegEdit.DeleteValue delete ->
                registry.find(key).flatMap(known -> known.value(delete.name())).isPresent()
                        ? List.of(new RegistryEdit.PutValue(key, delete.name(), Optional.empty(), time))
                        : List.of();
        };
    }

    private List<RegistryEdit> missing(KeyPath key, Instant time) {
        List<RegistryEdit> all = new ArrayList<>();
        for (KeyPath at = key; registry.find(at).isEmpty(); at = at.parent()) {
            all.addFirst(new RegistryEdit.CreateKey(at, time));
        }
        return all;
    }

    private KeyPath path(RegEdit edit) {
        Place place = registry.mounts().place(edit.key()).orElseThrow();
        return registry.hives().stream()
                .filter(hive -> hive.hive().root() == place.root())
                .findFirst()
                .orElseThrow()
                .place()
                .resolve(place.path());
    }
}
