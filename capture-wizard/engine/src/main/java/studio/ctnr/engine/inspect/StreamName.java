package studio.ctnr.engine.inspect;

/**
 * The names that Windows Installer gives to the streams of its tables: two characters of 64 go into one unit, since a
 * compound file's names are short.
 *
 * @see <a href="https://gitlab.winehq.org/wine/wine/-/blob/master/dlls/msi/table.c">encode_streamname in Wine's msi</a>
 */
final class StreamName {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._";
    private static final char TABLE = 0x4840;
    private static final int PAIR = 0x3800;
    private static final int SINGLE = 0x4800;

    private StreamName() {}

    static String ofTable(String table) {
        StringBuilder name = new StringBuilder().append(TABLE);
        for (int i = 0; i < table.length(); i++) {
            int first = ALPHABET.indexOf(table.charAt(i));
            int second = i + 1 < table.length() ? ALPHABET.indexOf(table.charAt(i + 1)) : -1;
            if (first < 0) {
                name.append(table.charAt(i));
            } else if (second < 0) {
                name.append((char) (SINGLE + first));
            } else {
                name.append((char) (PAIR + first + (second << 6)));
                i++;
            }
        }
        return name.toString();
    }
}
