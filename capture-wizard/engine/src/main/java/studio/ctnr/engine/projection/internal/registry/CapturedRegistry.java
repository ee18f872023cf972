package studio.ctnr.engine.projection.internal.registry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.ctnr.container.KeyPath;
import studio.ctnr.engine.change.ChangeKind;
import studio.ctnr.engine.change.RegistryChange;

/**
 * The keys under which Windows applications register what they are, as a tree in memory. Only these are kept: an
 * application's own settings, which may be many, are not looked into.
 */
public final class CapturedRegistry {
    private static final List<KeyPath> KEPT = Stream.of(
                    "HKLM\\Software\\Classes",
                    "HKLM\\Software\\Wow6432Node\\Classes",
                    "HKCU\\Software\\Classes",
                    "HKLM\\Software\\RegisteredApplications",
                    "HKLM\\Software\\Wow6432Node\\RegisteredApplications",
                    "HKCU\\Software\\RegisteredApplications",
                    "HKLM\\Software\\Clients",
                    "HKCU\\Software\\Clients",
                    "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion",
                    "HKLM\\Software\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion",
                    "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion",
                    "HKLM\\Software\\Microsoft\\Windows NT\\CurrentVersion",
                    "HKLM\\Software\\Wow6432Node\\Microsoft\\Windows NT\\CurrentVersion",
                    "HKCU\\Environment",
                    "HKLM\\System\\CurrentControlSet\\Control\\Session Manager",
                    "HKLM\\System\\CurrentControlSet\\Services")
            .map(KeyPath::of)
            .toList();

    private final CapturedKey root = new CapturedKey("");
    private KeyPath last;
    private CapturedKey lastKey;

    /** Takes a change in, when it is one of those that tell something; {@code at} is the key under its usual name. */
    public void accept(KeyPath at, RegistryChange change) {
        boolean deletedKey = change instanceof RegistryChange.OfKey && change.kind() == ChangeKind.DELETED;
        if (deletedKey || !isKept(at)) {
            return;
        }
        if (!at.equals(last)) {
            last = at;
            lastKey = root;
            for (String name : at.names()) {
                lastKey = lastKey.childOrCreate(name);
            }
        }
        if (change instanceof RegistryChange.OfValue value) {
            lastKey.put(value);
        }
    }

    private static boolean isKept(KeyPath key) {
        return KEPT.stream().anyMatch(key::startsWith);
    }

    /** The key at a path that starts with HKLM or HKCU. */
    public Optional<CapturedKey> find(String path) {
        return root.find(path);
    }

    /** The keys that exist of these paths, in their order. */
    public List<CapturedKey> all(String... paths) {
        return Stream.of(paths).map(this::find).flatMap(Optional::stream).toList();
    }

    /**
     * The keys at {@code path} below Software, of the machine (64-bit, then 32-bit) and of the user: the places where a
     * program may register the same thing.
     */
    public List<CapturedKey> software(String path) {
        return all("HKLM\\Software\\" + path, "HKLM\\Software\\Wow6432Node\\" + path, "HKCU\\Software\\" + path);
    }
}
