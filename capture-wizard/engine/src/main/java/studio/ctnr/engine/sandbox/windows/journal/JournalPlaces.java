package studio.ctnr.engine.sandbox.windows.journal;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.observe.ChangedPlaces;

/**
 * Finds the places that changed from the journal's records of one drive. A record names a file in the folder that it lay
 * in; where that folder lies now, the place is looked for. When a folder comes, goes or is renamed, there is no record
 * for what is in it, so that its place counts with all that lies below.
 *
 * <p>Why no difference is missed: of the folders that led to a path at the beginning, and the file at its end, take the
 * outermost one that was moved or deleted since. The folders above it stayed, so that they lie now where they lay then,
 * and its record leads there; that counts whole. The same holds, seen from the end, for what leads to a path now. A
 * record whose folder is gone can be passed over: the folder's own record, or that of one above it, covers its place.
 */
final class JournalPlaces {
    /** A name that something had in a folder. */
    private record Link(FileId file, FileId parent, String name, boolean folder) {}

    private final Map<Link, Integer> reasons = new LinkedHashMap<>();

    /** Takes a record. */
    void add(JournalRecord read) {
        Link link = new Link(read.file(), read.parent(), usable(read.name()), read.folder());
        reasons.merge(link, read.reasons(), (left, right) -> left | right);
    }

    /** A name that is none counts as one that is not known. */
    private static String usable(String name) {
        boolean odd =
                name.equals(".") || name.equals("..") || name.chars().anyMatch(unit -> unit == '\\' || unit == '/');
        return odd ? "" : name;
    }

    /** Adds the places of all records taken. */
    void addTo(ChangedPlaces.Builder places, FileNames names) throws IOException {
        Search search = new Search(names, places);
        for (Map.Entry<Link, Integer> entry : reasons.entrySet()) {
            search.add(entry.getKey(), entry.getValue());
        }
    }

    private static final class Search {
        private final FileNames names;
        private final ChangedPlaces.Builder places;
        private final Map<FileId, Optional<WindowsPath>> known = new HashMap<>();

        Search(FileNames names, ChangedPlaces.Builder places) {
            this.names = names;
            this.places = places;
        }

        void add(Link link, int why) throws IOException {
            boolean whole = link.folder() && (why & JournalRecord.NAMES) != 0;
            if (!link.name().isEmpty()) {
                add(path(link.parent()).map(folder -> folder.resolve(link.name())), whole);
                return;
            }
            // the name that it has is found by its number, one that it had may be any in its folder
            Optional<WindowsPath> there = path(link.file());
            add(there, whole);
            if (there.isEmpty() || (why & JournalRecord.OTHER_NAMES) != 0) {
                add(path(link.parent()), true);
            }
        }

        private void add(Optional<WindowsPath> place, boolean whole) {
            place.ifPresent(whole ? places::addWhole : places::add);
        }

        private Optional<WindowsPath> path(FileId file) throws IOException {
            Optional<WindowsPath> path = known.get(file);
            if (path == null) {
                path = names.path(file);
                known.put(file, path);
            }
            return path;
        }
    }
}
