package studio.ctnr.engine.projection.internal.shortcut;

import java.util.Locale;
import java.util.Optional;

/**
 * The Windows Installer's name of what an advertised shortcut starts: product, feature, component.
 *
 * @param product the product's code, {@code {XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX}} in upper case
 * @param feature the feature's name; empty where the product has only one
 * @param component the component's code in the same form; empty where the feature has only one
 */
public record DarwinDescriptor(String product, String feature, Optional<String> component) {
    /** The digits of the base 85 that the Windows Installer packs GUIDs with, as its databases and links show them. */
    private static final String DIGITS =
            "!$%&'()*+,-.0123456789=?@" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + "[]^_`" + "abcdefghijklmnopqrstuvwxyz" + "{}~";

    private static final int PACKED = 20;

    /** Reads a descriptor; empty when it is none. */
    public static Optional<DarwinDescriptor> parse(String text) {
        if (text.length() < PACKED) {
            return Optional.empty();
        }
        Optional<String> product = guid(text.substring(0, PACKED));
        int end = PACKED;
        while (end < text.length() && text.charAt(end) != '>' && text.charAt(end) != '<') {
            end++;
        }
        String feature = text.substring(PACKED, end);
        boolean named = end < text.length() && text.charAt(end) == '>' && text.length() >= end + 1 + PACKED;
        Optional<String> component = named ? guid(text.substring(end + 1, end + 1 + PACKED)) : Optional.empty();
        return product.map(code -> new DarwinDescriptor(code, feature, component));
    }

    /** The form of a GUID that the Windows Installer names registry keys with: each part's digits turned round. */
    public static String squashed(String guid) {
        String hex = guid.replaceAll("[{}-]", "");
        StringBuilder squashed = new StringBuilder();
        int[] parts = {8, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2};
        int from = 0;
        for (int length : parts) {
            squashed.append(new StringBuilder(hex.substring(from, from + length)).reverse());
            from += length;
        }
        return squashed.toString();
    }

    /** Five digits make a 32-bit number, the last the highest; four numbers are the GUID's 16 bytes. */
    private static Optional<String> guid(String packed) {
        StringBuilder hex = new StringBuilder();
        byte[] bytes = new byte[16];
        for (int word = 0; word < 4; word++) {
            long number = 0;
            for (int i = 4; i >= 0; i--) {
                int digit = DIGITS.indexOf(packed.charAt(5 * word + i));
                if (digit < 0) {
                    return Optional.empty();
                }
                number = number * 85 + digit;
            }
            for (int i = 0; i < 4; i++) {
                bytes[4 * word + i] = (byte) (number >>> 8 * i);
            }
        }
        int[] order = {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};
        for (int i : order) {
            hex.append("%02X".formatted(bytes[i] & 0xff));
        }
        for (int dash : new int[] {20, 16, 12, 8}) {
            hex.insert(dash, '-');
        }
        return Optional.of("{" + hex.toString().toUpperCase(Locale.ROOT) + "}");
    }
}
