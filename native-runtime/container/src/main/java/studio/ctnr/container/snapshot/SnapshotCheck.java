package studio.ctnr.container.snapshot;

import java.util.List;
import java.util.Objects;

/**
 * What a look at everything in a store found.
 *
 * @param damages content that a snapshot needs and can't have
 * @param blobs how many contents are stored
 * @param mended how many were stored anew from the container, where a repair was asked for
 * @param unused how many bytes no snapshot needs
 */
public record SnapshotCheck(List<Damage> damages, long blobs, long mended, long unused) {
    public SnapshotCheck {
        damages = List.copyOf(damages);
    }

    public boolean isGood() {
        return damages.isEmpty();
    }

    /**
     * One damage.
     *
     * @param token the snapshot
     * @param path the file in it; empty for the snapshot as a whole
     * @param sentence what is wrong
     */
    public record Damage(String token, String path, String sentence) {
        public Damage {
            Objects.requireNonNull(token);
            Objects.requireNonNull(path);
            Objects.requireNonNull(sentence);
        }
    }
}
