package studio.ctnr.container.archive.internal;

import java.nio.charset.StandardCharsets;
import studio.ctnr.container.archive.manifest.WindowsAttributes;

/**
 * Windows attributes as the extended attribute {@code user.DOSATTRIB} has them: hexadecimal digits after {@code 0x}.
 * Samba (in its first form), Wine and the JDK's "dos" view read and write the same.
 */
final class DosAttributeText {
    /** The attribute's name below {@code user.}. */
    static final String NAME = "DOSATTRIB";

    private DosAttributeText() {}

    static String of(int attributes) {
        return "0x" + Integer.toHexString(attributes);
    }

    /** The attributes that an archive carries; none for what is not in this form. */
    static int parse(byte[] value) {
        String text = new String(value, StandardCharsets.US_ASCII);
        int end = text.indexOf('\0');
        String digits = end < 0 ? text : text.substring(0, end);
        if (!digits.matches("0x[0-9a-fA-F]{1,8}")) {
            return 0;
        }
        return Integer.parseUnsignedInt(digits.substring(2), 16) & WindowsAttributes.ALL;
    }
}
