package studio.ctnr.container.archive.manifest;

/**
 * The file attributes that an archive carries: those that a program can set and a user can see.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/fileio/file-attribute-constants">File attribute constants</a>
 */
public final class WindowsAttributes {
    public static final int READONLY = 0x01;
    public static final int HIDDEN = 0x02;
    public static final int SYSTEM = 0x04;
    public static final int ARCHIVE = 0x20;

    /** All that an archive carries. */
    public static final int ALL = READONLY | HIDDEN | SYSTEM | ARCHIVE;

    private static final String LETTERS = "RHS..A";

    private WindowsAttributes() {}

    /** The letters that {@code attrib} shows, such as {@code RH}; empty for none. */
    public static String letters(int attributes) {
        StringBuilder letters = new StringBuilder();
        for (int bit = 0; bit < LETTERS.length(); bit++) {
            if ((attributes & ALL & 1 << bit) != 0) {
                letters.append(LETTERS.charAt(bit));
            }
        }
        return letters.toString();
    }

    /**
     * Reads what {@link #letters} wrote.
     *
     * @throws IllegalArgumentException when a letter is unknown, twice or out of order
     */
    public static int parse(String letters) {
        int attributes = 0;
        for (int i = 0; i < letters.length(); i++) {
            int bit = LETTERS.indexOf(letters.charAt(i));
            attributes |= bit < 0 ? 0 : 1 << bit & ALL;
        }
        if (!letters(attributes).equals(letters)) {
            throw new IllegalArgumentException("Windows attributes are letters of RHSA, in this order: " + letters);
        }
        return attributes;
    }
}
