package studio.ctnr.container.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.ctnr.container.archive.internal.Findings;
import studio.ctnr.container.archive.manifest.Damage;
import studio.ctnr.container.archive.manifest.EntryOrder;
import studio.ctnr.container.archive.manifest.Manifest;

/**
 * What came out of a verification.
 *
 * @param entries how many were checked
 * @param bytes of content that were checked
 * @param damages the first of each path, in the order of the manifest; empty when all is well
 */
public record Verification(int entries, long bytes, List<Damage> damages) {
    public boolean isGood() {
        return damages.isEmpty();
    }

    /** Collects damage from all threads. */
    static final class Notes implements Findings {
        private final Map<String, Damage> byPath = new LinkedHashMap<>();

        @Override
        public synchronized void found(Damage damage) {
            byPath.putIfAbsent(damage.path(), damage);
        }

        synchronized Verification verification(Manifest manifest) {
            List<Damage> damages = new ArrayList<>(byPath.values());
            damages.sort(Comparator.comparing(Damage::path, EntryOrder.TOTAL));
            return new Verification(manifest.entries().size(), manifest.contentSize(), List.copyOf(damages));
        }
    }
}
