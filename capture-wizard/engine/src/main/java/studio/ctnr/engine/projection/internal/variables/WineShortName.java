package studio.ctnr.engine.projection.internal.variables;

/**
 * The 8.3 name that Wine shows for a long one: four characters, a tilde, three letters of a hash. Installers write such
 * names into the registry, where nothing but that very Wine would understand them. The hash is the one
 * that Wine's ntdll computes ({@code Program Files (x86)} is {@code PROG~5P2}).
 */
final class WineShortName {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final String INVALID = " *?<>|\"+=,;[]:/\\.";
    private static final int STEM = 4;
    private static final int EXTENSION = 3;

    private WineShortName() {}

    /** The short name of a name that is no 8.3 name, in upper case. */
    static String of(String name) {
        int dot = name.substring(1, name.length() - 1).lastIndexOf('.') + 1;
        String stem = dot > 0 ? name.substring(0, dot) : name;
        StringBuilder shortName = new StringBuilder(valid(stem, STEM));
        do {
            shortName.append('~');
        } while (shortName.length() <= STEM);
        int hash = hash(name);
        for (int shift = 10; shift >= 0; shift -= 5) {
            shortName.append(DIGITS.charAt(hash >> shift & 0x1f));
        }
        if (dot > 0) {
            shortName.append('.').append(valid(name.substring(dot + 1), EXTENSION));
        }
        return shortName.toString();
    }

    private static int hash(String name) {
        int hash = 0xbeef;
        for (int i = 0; i < name.length(); i++) {
            int next = i + 1 < name.length() ? Character.toLowerCase(name.charAt(i + 1)) << 8 : 0;
            hash = (hash << 3 ^ hash >> 5 ^ Character.toLowerCase(name.charAt(i)) ^ next) & 0xffff;
        }
        return hash;
    }

    private static String valid(String text, int most) {
        StringBuilder valid = new StringBuilder();
        for (int i = 0; i < Math.min(most, text.length()); i++) {
            char unit = Character.toUpperCase(text.charAt(i));
            valid.append(INVALID.indexOf(unit) >= 0 || unit > 0x7e ? '_' : unit);
        }
        return valid.toString();
    }
}
