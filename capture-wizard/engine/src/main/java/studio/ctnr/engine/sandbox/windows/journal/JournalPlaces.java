package studio.ctnr.engine.sandbox.windows.journal;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.observe.ChangedPlaces;

/**
 * Finds the places that changed from the journal's records of one drive. A record names a file by the folder that it
 * lay in: the place is looked for where that folder was at first and where it is now. When a folder comes, goes or is
 * renamed, there is no record for what is in it, so that its old and its new place count with all that lies below.
 *
 * <p>Why that finds every place that differs: take a path, and of the folders that led to it at first the outermost one
 * that was moved or deleted since, or the file itself. The folders above stayed, so that their path of today is that of
 * old; the first record names the folder in there. The same holds, with the last record, for what leads to it now.
 */
final class JournalPlaces {
    /** A name that something had in a folder. */
    private record Link(FileId file, FileId parent, String name, boolean folder) {}

    /** A place at the beginning: {@code path} itself, or something unknown below it. */
    private record Origin(WindowsPath path, boolean exact) {}

    private final Map<Link, Integer> reasons = new LinkedHashMap<>();
    private final Map<FileId, Link> first = new HashMap<>();

    /** Takes the next record; they come in the journal's order. */
    void add(JournalRecord read) {
        Link link = new Link(read.file(), read.parent(), usable(read.name()), read.folder());
        reasons.merge(link, read.reasons(), (left, right) -> left | right);
        if (read.folder()) {
            first.putIfAbsent(read.file(), link);
        }
    }

    /** A name that is no name, or that a list of lines can't hold, counts as one that is not known. */
    private static String usable(String name) {
        boolean odd = name.equals(".")
                || name.equals("..")
                || name.chars().anyMatch(unit -> unit < ' ' || unit == '\\' || unit == '/');
        return odd ? "" : name;
    }

    /** Adds the places of all records taken. */
    void addTo(ChangedPlaces.Builder places, FileNames names) throws IOException {
        Search search = new Search(names, places);
        for (Map.Entry<Link, Integer> entry : reasons.entrySet()) {
            Link link = entry.getKey();
            if (link.name().isEmpty()) {
                search.addUnnamed(link, entry.getValue());
            } else {
                search.addNamed(link, entry.getValue());
            }
        }
    }

    private final class Search {
        private final FileNames names;
        private final ChangedPlaces.Builder places;
        private final Map<FileId, Optional<WindowsPath>> now = new HashMap<>();
        private final Map<FileId, Optional<Origin>> origins = new HashMap<>();
        private final Set<FileId> asked = new HashSet<>();

        Search(FileNames names, ChangedPlaces.Builder places) {
            this.names = names;
            this.places = places;
        }

        void addNamed(Link link, int why) throws IOException {
            boolean whole = link.folder() && (why & JournalRecord.NAMES) != 0;
            Optional<Origin> before = below(origin(link.parent()), link.name());
            if (before.isPresent()) {
                add(before.get().path(), whole || !before.get().exact());
            }
            Optional<WindowsPath> after = now(link.parent());
            if (after.isPresent()) {
                add(after.get().resolve(link.name()), whole);
            }
        }

        /** The name that it has is found by its number, the one that it had may be any in its folder. */
        void addUnnamed(Link link, int why) throws IOException {
            Optional<WindowsPath> there = now(link.file());
            if (there.isPresent()) {
                add(there.get(), link.folder() && (why & JournalRecord.NAMES) != 0);
            }
            if (there.isEmpty() || (why & JournalRecord.OTHER_NAMES) != 0) {
                origin(link.parent()).ifPresent(folder -> places.addWhole(folder.path()));
                now(link.parent()).ifPresent(places::addWhole);
            }
        }

        private void add(WindowsPath path, boolean whole) {
            if (whole) {
                places.addWhole(path);
            } else {
                places.add(path);
            }
        }

        private Optional<WindowsPath> now(FileId file) throws IOException {
            Optional<WindowsPath> known = now.get(file);
            if (known == null) {
                known = names.path(file);
                now.put(file, known);
            }
            return known;
        }

        /** Where a folder was at the beginning, if it was there. */
        private Optional<Origin> origin(FileId folder) throws IOException {
            Optional<Origin> known = origins.get(folder);
            if (known == null) {
                if (!asked.add(folder)) {
                    throw new IOException("The journal's folders hold each other");
                }
                Link link = first.get(folder);
                known = link == null
                        ? now(folder).map(path -> new Origin(path, true))
                        : below(origin(link.parent()), link.name());
                origins.put(folder, known);
            }
            return known;
        }

        private static Optional<Origin> below(Optional<Origin> folder, String name) {
            return folder.map(origin -> origin.exact() && !name.isEmpty()
                    ? new Origin(origin.path().resolve(name), true)
                    : new Origin(origin.path(), false));
        }
    }
}
