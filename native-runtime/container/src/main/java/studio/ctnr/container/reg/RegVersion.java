package studio.ctnr.container.reg;

/**
 * The two kinds of .reg files.
 *
 * @see <a href="https://support.microsoft.com/topic/9c7f37cf-a5e9-e1cd-c4fa-2a26218a1a23">How to add, modify, or delete
 *     registry subkeys and values by using a .reg file</a>
 */
public enum RegVersion {
    /** Windows 95 and NT 4: text in an ANSI code page, also inside the bytes of hex(2) and hex(7). */
    V4("REGEDIT4"),
    /** Windows 2000 and later: UTF-16. */
    V5("Windows Registry Editor Version 5.00");

    private final String header;

    RegVersion(String header) {
        this.header = header;
    }

    /** The first line of such a file. */
    public String header() {
        return header;
    }
}
