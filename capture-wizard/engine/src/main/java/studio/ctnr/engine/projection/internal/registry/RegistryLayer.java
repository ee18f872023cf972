package studio.ctnr.engine.projection.internal.registry;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.hive.RegistryWhiteout;
import studio.ctnr.engine.change.CaptureMachine;
import studio.ctnr.engine.change.ChangeKind;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.projection.internal.variables.BinaryScan;
import studio.ctnr.engine.projection.internal.variables.LongPaths;
import studio.ctnr.engine.projection.internal.variables.PortableText;
import studio.ctnr.engine.projection.report.Note;
import studio.ctnr.engine.projection.report.Portability.Place;

/**
 * Puts registry changes where a container keeps them: the user's keys in one hive, HKLM\Software in the other. Keys
 * elsewhere have no place in a container; those with a meaning (services, environment) are understood, the rest is told.
 */
public final class RegistryLayer {
    private static final KeyPath SOFTWARE = KeyPath.of("HKLM\\Software");
    private static final KeyPath USER = KeyPath.of("HKCU");

    private final HiveKey user;
    private final HiveKey software;
    private final PortableText text;
    private final BinaryScan binaries;
    private final CaptureMachine machine;
    private final CapturedRegistry captured;
    private final LongPaths longPaths;
    private final Map<String, Long> leftOut = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private KeyPath deleted;
    private KeyPath last;
    private HiveKey lastKey;
    private long keys;
    private long values;
    private long whiteouts;
    private long restored;

    /**
     * @param user the root of the hive of HKEY_CURRENT_USER
     * @param software the root of the hive of HKEY_LOCAL_MACHINE\Software
     * @param captured hears of each change under the key's usual name
     */
    public RegistryLayer(
            HiveKey user,
            HiveKey software,
            PortableText text,
            BinaryScan binaries,
            CaptureMachine machine,
            CapturedRegistry captured,
            LongPaths longPaths) {
        this.user = user;
        this.software = software;
        this.text = text;
        this.binaries = binaries;
        this.machine = machine;
        this.captured = captured;
        this.longPaths = longPaths;
    }

    /** Takes the next change; they come in the order that a change set gives them. */
    public void accept(RegistryChange raw) {
        RegistryChange change = restored(raw);
        KeyPath at = usual(change.key());
        captured.accept(at, change);
        if (deleted != null && at.startsWith(deleted) && change.kind() == ChangeKind.DELETED) {
            return;
        }
        Optional<HiveKey> place = place(at);
        if (place.isEmpty()) {
            leaveOut(at);
            return;
        }
        switch (change) {
            case RegistryChange.OfKey key
            when key.kind() == ChangeKind.DELETED -> {
                deleted = at;
                RegistryWhiteout.mark(place.get());
                whiteouts++;
            }
            case RegistryChange.OfKey key -> {}
            case RegistryChange.OfValue value -> put(place.get(), at, value);
        }
    }

    /** The change with long names in the place of 8.3 names of the capture machine. */
    private RegistryChange restored(RegistryChange change) {
        if (!(change instanceof RegistryChange.OfValue value)) {
            return change;
        }
        Optional<RegistryValue> after = value.after()
                .map(found -> RegistryText.isText(found) ? RegistryText.map(found, longPaths::restore) : found);
        if (!after.equals(value.after())) {
            restored++;
        }
        return new RegistryChange.OfValue(value.key(), value.before(), after, value.writing());
    }

    /** The key under the name that a container knows it by: the user's own part of HKU is HKCU. */
    private KeyPath usual(KeyPath key) {
        if (!key.root().equals("HKU")) {
            return key;
        }
        KeyPath own = KeyPath.of("HKU\\" + machine.userSid());
        KeyPath classes = KeyPath.of("HKU\\" + machine.userSid() + "_Classes");
        if (key.startsWith(own)) {
            return USER.resolve(key.relativeTo(own));
        }
        return key.startsWith(classes) ? USER.resolve("Software\\Classes").resolve(key.relativeTo(classes)) : key;
    }

    private Optional<HiveKey> place(KeyPath at) {
        if (at.equals(last)) {
            return Optional.of(lastKey);
        }
        boolean ofUser = at.startsWith(USER);
        if (!ofUser && !at.startsWith(SOFTWARE)) {
            return Optional.empty();
        }
        String relative = at.relativeTo(ofUser ? USER : SOFTWARE);
        lastKey = relative.isEmpty()
                ? (ofUser ? user : software)
                : (ofUser ? user : software).findOrCreate(portable(relative, at));
        last = at;
        keys++;
        return Optional.of(lastKey);
    }

    /** The key's names with variables; what was found is noted for the last one alone, since it was met before above. */
    private String portable(String relative, KeyPath at) {
        int slash = relative.lastIndexOf('\\') + 1;
        String above = Stream.of(relative.substring(0, slash).split("\\\\"))
                .map(text::replace)
                .collect(Collectors.joining("\\"));
        String name = text.replace(relative.substring(slash), Place.KEY_NAME, at.toString());
        return above.isEmpty() ? name : above + "\\" + name;
    }

    private void put(HiveKey key, KeyPath at, RegistryChange.OfValue change) {
        String where = at + "\\" + (change.name().isEmpty() ? "@" : change.name());
        String name = text.replace(change.name(), Place.VALUE_NAME, where);
        if (change.after().isEmpty()) {
            key.put(RegistryWhiteout.ofValue(name));
            whiteouts++;
            return;
        }
        RegistryValue value = change.after().get();
        RegistryValue renamed = name.equals(value.name()) ? value : new RegistryValue(name, value.type(), value.data());
        if (RegistryText.isText(value)) {
            key.put(RegistryText.map(renamed, data -> text.replace(data, Place.VALUE_DATA, where)));
        } else {
            binaries.look(value.data(), Place.BINARY_DATA, where);
            key.put(renamed);
        }
        values++;
    }

    /** Counts a change that has no place under the first names of its key, which tell what it belongs to. */
    private void leaveOut(KeyPath at) {
        String top = at.names().stream().limit(5).collect(Collectors.joining("\\"));
        leftOut.merge(top, 1L, Long::sum);
    }

    /** Tells what a container has no place for; services and the environment are told of elsewhere. */
    public Stream<Note> notes() {
        Stream<Note> names = restored == 0
                ? Stream.empty()
                : Stream.of(new Note(
                        Note.Topic.SHORT_NAMES,
                        "registry",
                        "%d values named files by 8.3 names of the capture machine; they have the long names now."
                                .formatted(restored)));
        return Stream.concat(
                names,
                leftOut.entrySet().stream()
                        .filter(entry -> !understood(entry.getKey()))
                        .map(entry -> new Note(
                                Note.Topic.LEFT_OUT,
                                entry.getKey(),
                                "A container keeps HKCU and HKLM\\Software; %d %s here %s left out."
                                        .formatted(
                                                entry.getValue(),
                                                entry.getValue() == 1 ? "change" : "changes",
                                                entry.getValue() == 1 ? "was" : "were"))));
    }

    private static boolean understood(String key) {
        return Stream.of(
                        "HKLM\\System\\CurrentControlSet\\Services",
                        "HKLM\\System\\CurrentControlSet\\Control\\Session Manager")
                .anyMatch(known -> KeyPath.of(key).startsWith(KeyPath.of(known)));
    }

    public long keys() {
        return keys;
    }

    public long values() {
        return values;
    }

    public long whiteouts() {
        return whiteouts;
    }
}
