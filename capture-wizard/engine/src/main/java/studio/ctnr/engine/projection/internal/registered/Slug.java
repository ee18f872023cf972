package studio.ctnr.engine.projection.internal.registered;

import java.text.Normalizer;
import java.util.Locale;

/** A name as part of an id or of a file's name: lower-case Latin letters, digits, dots and hyphens. */
public final class Slug {
    private static final int LONGEST = 64;

    private Slug() {}

    /** The slug of a text; empty when it has no letter or digit of the alphabet. */
    public static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("c++", "cpp")
                .replace("+", "plus")
                .replaceAll("[^a-z0-9.]+", "-")
                .replaceAll("\\.(?![a-z0-9])|(?<![a-z0-9])\\.", "-")
                .replaceAll("-{2,}", "-");
        return trimmed(plain.substring(0, Math.min(plain.length(), LONGEST)));
    }

    private static String trimmed(String slug) {
        return slug.replaceAll("^[-.]+|[-.]+$", "");
    }
}
