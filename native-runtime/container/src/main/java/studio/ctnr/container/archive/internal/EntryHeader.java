package studio.ctnr.container.archive.internal;

import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.EntryKind;

/** The tar headers that the format prescribes for an entry of the payload. */
final class EntryHeader {
    /**
     * Where Samba, Wine and the JDK keep Windows attributes on file systems without any, in the notation by which
     * {@code tar --xattrs} keeps extended attributes.
     */
    private static final String ATTRIBUTES = "SCHILY.xattr.user." + DosAttributeText.NAME;

    private EntryHeader() {}

    /** The length of {@link #of}, for most entries without making it. */
    static int length(Entry entry) {
        return isPlain(entry) ? TarHeader.BLOCK : of(entry).length;
    }

    /** Whether one ustar block says it all; false is always safe. */
    private static boolean isPlain(Entry entry) {
        Instant time = entry.modified();
        return entry.attributes() == 0
                && time.getNano() == 0
                && time.getEpochSecond() >= 0
                && time.getEpochSecond() <= TarHeader.LARGEST_OCTAL
                && entry.size() <= TarHeader.LARGEST_OCTAL
                && entry.path().length() < TarHeader.LONGEST_NAME
                && entry.path().chars().allMatch(unit -> unit < 0x80);
    }

    static byte[] of(Entry entry) {
        SortedMap<String, String> pax = new TreeMap<>();
        Instant time = entry.modified();
        long seconds = time.getEpochSecond();
        if (time.getNano() != 0 || seconds < 0 || seconds > TarHeader.LARGEST_OCTAL) {
            pax.put("mtime", paxTime(time));
            seconds = 0;
        }
        if (entry.size() > TarHeader.LARGEST_OCTAL) {
            pax.put("size", Long.toString(entry.size()));
        }
        if (entry.attributes() != 0) {
            pax.put(ATTRIBUTES, DosAttributeText.of(entry.attributes()));
        }
        return entry.kind() == EntryKind.FOLDER
                ? TarHeader.of(entry.path() + "/", TarHeader.FOLDER, 0, seconds, pax)
                : TarHeader.of(entry.path(), TarHeader.FILE, entry.size(), seconds, pax);
    }

    /** Seconds and their fraction in decimal; before 1970 both count backwards. */
    static String paxTime(Instant time) {
        long seconds = time.getEpochSecond();
        int ticks = time.getNano() / 100;
        if (ticks == 0) {
            return Long.toString(seconds);
        }
        if (seconds >= 0) {
            return String.format(Locale.ROOT, "%d.%07d", seconds, ticks);
        }
        return String.format(Locale.ROOT, "-%d.%07d", -seconds - 1, 10_000_000 - ticks);
    }
}
