package studio.ctnr.engine.projection.internal.variables;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The 8.3 name that Windows makes of a long one: six characters without spaces and dots, a tilde, a digit.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-fscc/18e63b13-ba43-4f5f-a5b7-11e871b71f14">
 *     MS-FSCC 2.1.5.2</a>
 */
final class ShortName {
    private static final Pattern FITS = Pattern.compile("[^ .+,;=\\[\\]]{1,8}(\\.[^ .+,;=\\[\\]]{1,3})?");
    private static final int STEM = 6;
    private static final int EXTENSION = 3;

    private ShortName() {}

    /** What stands before the tilde; empty when the name is an 8.3 name already. */
    static Optional<String> stem(String name) {
        if (FITS.matcher(name).matches()) {
            return Optional.empty();
        }
        int dot = name.lastIndexOf('.');
        String clean = clean(dot > 0 ? name.substring(0, dot) : name);
        return clean.isEmpty() ? Optional.empty() : Optional.of(clean.substring(0, Math.min(STEM, clean.length())));
    }

    /** The extension with its dot. */
    static Optional<String> extension(String name) {
        int dot = name.lastIndexOf('.');
        String clean = dot > 0 ? clean(name.substring(dot + 1)) : "";
        return clean.isEmpty()
                ? Optional.empty()
                : Optional.of("." + clean.substring(0, Math.min(EXTENSION, clean.length())));
    }

    private static String clean(String name) {
        return name.replaceAll("[ .]", "").replaceAll("[+,;=\\[\\]]", "_");
    }
}
