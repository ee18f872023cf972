package studio.ctnr.studio.editor.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import studio.ctnr.container.AtomicFile;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.reg.HiveMounts;
import studio.ctnr.container.reg.RegFileWriter;
import studio.ctnr.container.reg.RegVersion;

/**
 * The registry of one container while it is edited: its hives at their places, and which of them differ from the disk.
 * One thread changes it; others may read what they read inside of {@link #reading}.
 */
final class ContainerRegistry {
    private static final KeyPath USER = KeyPath.of("HKCU");
    private static final KeyPath SOFTWARE = KeyPath.of("HKLM\\Software");

    private final List<MountedHive> hives;
    private final Set<KeyPath> changed = new ConcurrentSkipListSet<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    /**
     * A hive and its place.
     *
     * @param place the path of the hive's root key
     * @param file where it goes; missing when the container has none yet
     */
    record MountedHive(KeyPath place, Path file, Hive hive) {}

    private ContainerRegistry(List<MountedHive> hives) {
        this.hives = new CopyOnWriteArrayList<>(hives);
    }

    /**
     * Reads both hives; one that is missing begins empty.
     *
     * @throws studio.ctnr.container.hive.HiveFormatException when one is damaged
     */
    static ContainerRegistry open(ContainerFolder folder) throws IOException {
        List<MountedHive> hives = new ArrayList<>();
        for (Place each : places(folder)) {
            Hive hive = Files.exists(each.file) ? Hive.read(each.file) : Hive.empty();
            hives.add(new MountedHive(each.place, each.file, hive));
        }
        return new ContainerRegistry(hives);
    }

    /** Where the hives of a container have their places. */
    record Place(KeyPath place, Path file) {}

    static List<Place> places(ContainerFolder folder) {
        return List.of(new Place(USER, folder.hkcuHive()), new Place(SOFTWARE, folder.hklmSoftwareHive()));
    }

    List<MountedHive> hives() {
        return Collections.unmodifiableList(hives);
    }

    /** The hives by the paths of their root keys. */
    Map<String, Hive> byPlace() {
        Map<String, Hive> all = new LinkedHashMap<>();
        hives.forEach(hive -> all.put(hive.place().toString(), hive.hive()));
        return all;
    }

    /** The hive that a key lies in; empty for a path that no hive of a container holds. */
    Optional<MountedHive> hiveOf(KeyPath path) {
        return hives.stream().filter(hive -> path.startsWith(hive.place())).findFirst();
    }

    Optional<HiveKey> find(KeyPath path) {
        return hiveOf(path).flatMap(hive -> hive.hive().root().find(path.relativeTo(hive.place())));
    }

    /** The key of this path, which must be there. */
    HiveKey key(KeyPath path) {
        return find(path).orElseThrow(() -> new IllegalStateException("There is no key " + path));
    }

    boolean isRoot(KeyPath path) {
        return hives.stream().anyMatch(hive -> hive.place().equals(path));
    }

    /** For .reg files, which name keys by whole paths. */
    HiveMounts mounts() {
        HiveMounts mounts = HiveMounts.of(
                hives.getFirst().place().toString(), hives.getFirst().hive().root());
        hives.stream()
                .skip(1)
                .forEach(hive ->
                        mounts.mount(hive.place().toString(), hive.hive().root()));
        return mounts;
    }

    /** Reads while nothing is changed; long reading ends early when {@link #isAwaited}. */
    <T> T reading(Supplier<T> read) {
        lock.readLock().lock();
        try {
            return read.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Whether a change waits for a reader to end. */
    boolean isAwaited() {
        return lock.hasQueuedThreads();
    }

    /** Changes while nobody reads. */
    void writing(Runnable write) {
        lock.writeLock().lock();
        try {
            write.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Writes a key with everything below it as regedit does. */
    void export(KeyPath top, Path file) throws IOException {
        lock.readLock().lock();
        try {
            HiveKey tree = key(top);
            AtomicFile.write(file, out -> {
                RegFileWriter writer = new RegFileWriter(out, RegVersion.V5, StandardCharsets.UTF_16LE);
                writer.tree(HiveMounts.longName(top.toString()), tree);
                writer.flush();
            });
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Writes the hives that were touched into a folder of drafts. */
    void keep(Path drafts) throws IOException {
        lock.readLock().lock();
        try {
            for (MountedHive hive : hives) {
                if (changed.contains(hive.place())) {
                    hive.hive().write(drafts.resolve(hive.file().getFileName()));
                }
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Puts another hive in the place of the one that is there. */
    void swap(KeyPath place, Hive hive) {
        hives.replaceAll(each -> each.place().equals(place) ? new MountedHive(place, each.file(), hive) : each);
    }

    /** Notes that something at or below a key differs from the disk. */
    void touch(KeyPath path) {
        hiveOf(path).ifPresent(hive -> changed.add(hive.place()));
    }

    /** Writes what was touched since the last time, each hive in one step. */
    void save() throws IOException {
        lock.readLock().lock();
        try {
            for (MountedHive hive : hives) {
                if (changed.contains(hive.place())) {
                    Files.createDirectories(hive.file().getParent());
                    hive.hive().write(hive.file());
                    changed.remove(hive.place());
                }
            }
        } finally {
            lock.readLock().unlock();
        }
    }
}
