package studio.ctnr.studio.library;

import java.text.Normalizer;
import java.util.Locale;

/** Makes an id ({@code [a-z0-9][a-z0-9.-]{0,63}}) of a name that people gave. */
final class ContainerId {
    private static final int LONGEST = 64;

    private ContainerId() {}

    /** Empty when nothing of the name can stand in an id. */
    static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9.]+", "-")
                .replaceAll("^[^a-z0-9]+", "");
        String cut = plain.substring(0, Math.min(LONGEST, plain.length()));
        return cut.replaceAll("[-.]+$", "");
    }
}
