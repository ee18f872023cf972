package studio.ctnr.engine.installer;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Finds which of a few byte sequences occur in a stream, in one pass and in a fixed amount of memory. */
final class MarkerScan {
    private static final int BUFFER = 1 << 16;

    private final List<byte[]> markers;
    private final boolean[] starts = new boolean[256];
    private final int longest;

    private MarkerScan(List<byte[]> markers) {
        this.markers = markers;
        this.longest = markers.stream().mapToInt(marker -> marker.length).max().orElse(1);
        markers.forEach(marker -> starts[marker[0] & 0xff] = true);
    }

    static MarkerScan of(List<byte[]> markers) {
        return new MarkerScan(markers);
    }

    /** The indexes of the markers that occur. */
    BitSet find(InputStream in) throws IOException {
        BitSet found = new BitSet();
        byte[] buffer = new byte[BUFFER + longest];
        int kept = 0;
        int read;
        while ((read = in.readNBytes(buffer, kept, BUFFER)) > 0) {
            int end = kept + read;
            for (int i = 0; i < end; i++) {
                if (starts[buffer[i] & 0xff]) {
                    match(buffer, i, end, found);
                }
            }
            kept = Math.min(longest - 1, end);
            System.arraycopy(buffer, end - kept, buffer, 0, kept);
        }
        return found;
    }

    private void match(byte[] buffer, int at, int end, BitSet found) {
        for (int m = 0; m < markers.size(); m++) {
            byte[] marker = markers.get(m);
            if (at + marker.length <= end && Arrays.equals(buffer, at, at + marker.length, marker, 0, marker.length)) {
                found.set(m);
            }
        }
    }
}
