package studio.ctnr.container.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.ctnr.container.Progress;
import studio.ctnr.container.archive.internal.EntryFiles;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.Sha256;
import studio.ctnr.container.snapshot.SnapshotCheck.Damage;

/** Looks at everything that a store holds, and mends what the container still has. */
final class Inspection {
    private final StoreFiles files;
    private final Blobs blobs;
    private final Descriptions descriptions;
    private final List<Damage> damages = new ArrayList<>();

    Inspection(StoreFiles files) {
        this.files = files;
        this.blobs = new Blobs(files);
        this.descriptions = new Descriptions(files);
    }

    /** @param repair whether damaged content is stored anew, and content that nobody needs removed */
    SnapshotCheck run(boolean repair, Progress progress) throws IOException {
        Map<Sha256, List<Damage>> needed = needed();
        Set<Sha256> broken = new HashSet<>();
        long done = 0;
        for (Sha256 content : needed.keySet()) {
            progress.at(content.toString(), done++, needed.size());
            if (!blobs.isGood(content)) {
                broken.add(content);
            }
        }
        long mended = repair ? mend(broken, progress) : 0;
        broken.forEach(content -> damages.addAll(needed.get(content)));
        long unused = unused(
                needed.keySet(),
                repair && damages.stream().noneMatch(damage -> damage.path().isEmpty()));
        return new SnapshotCheck(damages, needed.size(), mended, unused);
    }

    /** The contents of all snapshots, each with what to say of every file in which it stands if it is damaged. */
    private Map<Sha256, List<Damage>> needed() throws IOException {
        Map<Sha256, List<Damage>> needed = new LinkedHashMap<>();
        for (String token : descriptions.tokens()) {
            try {
                descriptions.read(token);
                for (Entry entry : descriptions.manifest(token).entries()) {
                    if (entry.kind().hasContent() && !entry.sha256().equals(Sha256.OF_NOTHING)) {
                        needed.computeIfAbsent(entry.sha256(), _ -> new ArrayList<>())
                                .add(new Damage(token, entry.path(), "its content is missing or damaged"));
                    }
                }
            } catch (SnapshotException damaged) {
                damages.add(new Damage(token, "", damaged.getMessage()));
            }
        }
        return needed;
    }

    private long mend(Set<Sha256> broken, Progress progress) throws IOException {
        if (broken.isEmpty()) {
            return 0;
        }
        long before = broken.size();
        Map<Sha256, Entry> there = new StateScan(files, FileIndex.of(files), progress)
                .entries(_ -> {}).stream()
                        .filter(entry -> broken.contains(entry.sha256()))
                        .collect(Collectors.toMap(Entry::sha256, entry -> entry, (first, _) -> first));
        for (Entry entry : there.values()) {
            blobs.remove(entry.sha256());
            try (InputStream in = new EntryFiles(files.container().root()).open(entry)) {
                Optional<Long> stored = blobs.put(entry.sha256(), entry.size(), in);
                if (stored.isPresent()) {
                    broken.remove(entry.sha256());
                }
            }
        }
        return before - broken.size();
    }

    /**
     * How many bytes of content no snapshot needs.
     *
     * @param remove whether they are removed; not while a snapshot can't be read, since that may need them
     */
    long unused(Set<Sha256> needed, boolean remove) throws IOException {
        Set<Path> kept = needed.stream().map(files::blob).collect(Collectors.toSet());
        long size = 0;
        for (Path blob : blobs.all()) {
            if (!kept.contains(blob)) {
                size += Files.size(blob);
                if (remove) {
                    Files.delete(blob);
                }
            }
        }
        return size;
    }

    /** Removes what no snapshot needs; nothing while one can't be read. */
    void clear() throws IOException {
        Set<Sha256> needed = needed().keySet();
        unused(needed, damages.isEmpty());
    }
}
