package studio.ctnr.engine.observe.who;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedMap;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.engine.change.CaptureProcess;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.ProcessTree;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.change.Writing;

/**
 * Which process changed what, as it was told while the steps ran. It grows with what was changed, and not with how often;
 * for one thread.
 */
public final class Observation {
    private final SequencedMap<Integer, CaptureProcess> processes = new LinkedHashMap<>();
    private final Map<Long, Integer> running = new HashMap<>();
    private final LastWriters files = new LastWriters();
    private final LastWriters keys = new LastWriters();
    private final LastWriters values = new LastWriters();
    private final RegistryNames names;

    /** @param userSid of the user that installers run as: that user's part of HKU is HKCU */
    public Observation(String userSid) {
        names = new RegistryNames(userSid);
    }

    void started(long pid, long parent, String image, String command, Instant at) {
        Integer known = running.get(parent);
        int id = processes.size() + 1;
        processes.put(
                id,
                new CaptureProcess(
                        id,
                        known == null ? OptionalInt.empty() : OptionalInt.of(known),
                        pid,
                        image,
                        command,
                        at,
                        Optional.empty(),
                        OptionalLong.empty()));
        running.put(pid, id);
    }

    void ended(long pid, OptionalLong code, Instant at) {
        Integer id = running.get(pid);
        if (id != null) {
            processes.computeIfPresent(
                    id,
                    (_, one) -> new CaptureProcess(
                            id, one.parent(), pid, one.image(), one.command(), one.started(), Optional.of(at), code));
        }
    }

    private Writing writing(long pid, Instant at) {
        return new Writing(running.getOrDefault(pid, 0), at);
    }

    void fileWritten(String path, long pid, Instant at) {
        files.wrote(WindowsNames.fold(path), writing(pid, at));
    }

    void fileDeleted(String path, long pid, Instant at) {
        files.deleted(WindowsNames.fold(path), writing(pid, at));
    }

    void fileMoved(String from, String to, long pid, Instant at) {
        files.moved(WindowsNames.fold(from), WindowsNames.fold(to), writing(pid, at));
    }

    void keyCreated(String key, long pid, Instant at) {
        keys.wrote(names.folded(key), writing(pid, at));
    }

    void keyDeleted(String key, long pid, Instant at) {
        keys.deleted(names.folded(key), writing(pid, at));
    }

    void keyMoved(String from, String to, long pid, Instant at) {
        keys.moved(names.folded(from), names.folded(to), writing(pid, at));
        values.moved(names.folded(from), names.folded(to), writing(pid, at));
    }

    void valueSet(String key, String name, long pid, Instant at) {
        values.wrote(value(names.folded(key), name), writing(pid, at));
    }

    void valueDeleted(String key, String name, long pid, Instant at) {
        values.deleted(value(names.folded(key), name), writing(pid, at));
    }

    private static String value(String foldedKey, String name) {
        return foldedKey + LastWriters.PART + WindowsNames.fold(name);
    }

    public ProcessTree processes() {
        return new ProcessTree(processes.values());
    }

    /** Files and folders that were written to and are there. */
    public int fileCount() {
        return files.count();
    }

    /** Values that were set and are there. */
    public int valueCount() {
        return values.count();
    }

    /** The change with who made it, where that was seen. */
    public FileChange with(FileChange change) {
        return change.with(seen(files.of(WindowsNames.fold(change.path().toString()))));
    }

    /** The change with who made it, where that was seen. A value may be gone because its key is. */
    public RegistryChange with(RegistryChange change) {
        String key = WindowsNames.fold(change.key().toString());
        return switch (change) {
            case RegistryChange.OfKey _ -> change.with(seen(keys.of(key)));
            case RegistryChange.OfValue one ->
                change.with(seen(values.of(value(key, one.name()))
                        .or(() -> one.after().isEmpty() ? keys.of(key) : Optional.empty())));
        };
    }

    private Optional<Writing> seen(Optional<Writing> writing) {
        return writing.filter(known -> processes.containsKey(known.process()));
    }
}
