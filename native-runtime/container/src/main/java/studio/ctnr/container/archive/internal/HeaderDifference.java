package studio.ctnr.container.archive.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import studio.ctnr.container.archive.manifest.ArchiveFault;
import studio.ctnr.container.archive.manifest.Damage;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.Quoted;

/** Says what is wrong with a payload's header that is not the one that the manifest implies. */
final class HeaderDifference {
    private static final String LINKS_AND_DEVICES = "12346";

    private HeaderDifference() {}

    static Damage of(Entry entry, byte[] prescribed, byte[] frame, int at, int length) {
        String path = Quoted.of(entry.path());
        if (length < TarHeader.BLOCK || length < prescribed.length) {
            return damage(ArchiveFault.PAYLOAD_MISMATCH, entry, "The payload's header of " + path + " is damaged");
        }
        char type = (char) (frame[at + 156] & 0xff);
        if (LINKS_AND_DEVICES.indexOf(type) >= 0) {
            return damage(ArchiveFault.LINK, entry, "The payload has a link or a device where " + path + " should be");
        }
        if (!same(prescribed, frame, at, 0, 100)) {
            String found = new String(frame, at, 100, StandardCharsets.UTF_8);
            int end = found.indexOf('\0');
            return damage(
                    ArchiveFault.PAYLOAD_MISMATCH,
                    entry,
                    "The payload has %s where the manifest has %s"
                            .formatted(Quoted.of(end < 0 ? found : found.substring(0, end)), path));
        }
        if (!same(prescribed, frame, at, 124, 136)) {
            return damage(
                    ArchiveFault.SIZE_MISMATCH, entry, "The payload and the manifest differ about the size of " + path);
        }
        return damage(ArchiveFault.PAYLOAD_MISMATCH, entry, "The payload's header of " + path + " is damaged");
    }

    private static boolean same(byte[] prescribed, byte[] frame, int at, int from, int to) {
        return Arrays.equals(prescribed, from, to, frame, at + from, at + to);
    }

    private static Damage damage(ArchiveFault fault, Entry entry, String message) {
        return new Damage(fault, entry.path(), message);
    }
}
