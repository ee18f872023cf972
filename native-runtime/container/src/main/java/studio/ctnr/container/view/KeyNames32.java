package studio.ctnr.container.view;

import java.util.List;
import studio.ctnr.container.WindowsNames;

/**
 * Which keys 32-bit programs have for themselves, below a Wow6432Node (key_redirection.c has the same lists).
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/winprog64/shared-registry-keys">Registry Keys Affected by
 *     WOW64</a>, the column of Windows 7 and later
 */
final class KeyNames32 {
    private static final String NODE = "\\Wow6432Node";
    private static final String SOFTWARE = "HKLM\\Software";
    private static final String USER_CLASSES = "HKCU\\Software\\Classes";
    private static final String MACHINE_CLASSES = SOFTWARE + "\\Classes";
    private static final String LINKED = SOFTWARE + NODE + "\\Classes";

    /** Below Classes everything is shared but these. */
    private static final List<String> APART_IN_CLASSES =
            List.of("CLSID", "DirectShow", "Interface", "Media Type", "MediaFoundation");

    private static final String CURRENT = "Microsoft\\Windows\\CurrentVersion\\";
    private static final String CURRENT_NT = "Microsoft\\Windows NT\\CurrentVersion\\";

    /** Below HKLM\Software nothing is shared but these. */
    private static final List<String> SHARED = List.of(
            "Classes",
            "Clients",
            "Microsoft\\COM3",
            "Microsoft\\Cryptography\\Calais\\Current",
            "Microsoft\\Cryptography\\Calais\\Readers",
            "Microsoft\\Cryptography\\Services",
            "Microsoft\\CTF\\SystemShared",
            "Microsoft\\CTF\\TIP",
            "Microsoft\\DFS",
            "Microsoft\\Driver Signing",
            "Microsoft\\EnterpriseCertificates",
            "Microsoft\\EventSystem",
            "Microsoft\\MSMQ",
            "Microsoft\\Non-Driver Signing",
            "Microsoft\\Notepad\\DefaultFonts",
            "Microsoft\\OLE",
            "Microsoft\\RAS",
            "Microsoft\\RPC",
            "Microsoft\\Shared Tools\\MSInfo",
            "Microsoft\\SystemCertificates",
            "Microsoft\\TermServLicensing",
            "Microsoft\\TransactionServer",
            CURRENT + "App Paths",
            CURRENT + "Control Panel\\Cursors\\Schemes",
            CURRENT + "Explorer\\AutoplayHandlers",
            CURRENT + "Explorer\\DriveIcons",
            CURRENT + "Explorer\\KindMap",
            CURRENT + "Group Policy",
            CURRENT + "Policies",
            CURRENT + "PreviewHandlers",
            CURRENT + "Setup",
            CURRENT + "Telephony\\Locations",
            CURRENT_NT + "Console",
            CURRENT_NT + "FontDpi",
            CURRENT_NT + "FontLink",
            CURRENT_NT + "FontMapper",
            CURRENT_NT + "Fonts",
            CURRENT_NT + "FontSubstitutes",
            CURRENT_NT + "Gre_initialize",
            CURRENT_NT + "Image File Execution Options",
            CURRENT_NT + "LanguagePack",
            CURRENT_NT + "NetworkCards",
            CURRENT_NT + "Perflib",
            CURRENT_NT + "Ports",
            CURRENT_NT + "Print",
            CURRENT_NT + "ProfileList",
            CURRENT_NT + "Time Zones",
            "Policies",
            "RegisteredApplications");

    private KeyNames32() {}

    /** The key that a 32-bit program reaches by the name {@code key}. */
    static String redirected(String key) {
        if (within(key, MACHINE_CLASSES) || within(key, USER_CLASSES)) {
            int root = MACHINE_CLASSES.length();
            return isAmong(below(key, root), APART_IN_CLASSES) ? insert(key, root) : key;
        }
        if (!within(key, SOFTWARE)) {
            return key;
        }
        boolean shared = within(key, SOFTWARE + NODE) || isAmong(below(key, SOFTWARE.length()), SHARED);
        return shared ? key : insert(key, SOFTWARE.length());
    }

    /** The classes of 32-bit programs have two names on Windows: one is a link to the other. */
    static String linked(String key) {
        return within(key, LINKED) ? MACHINE_CLASSES + NODE + key.substring(LINKED.length()) : key;
    }

    private static String insert(String key, int at) {
        return key.substring(0, at) + NODE + key.substring(at);
    }

    private static String below(String key, int root) {
        return key.length() > root ? key.substring(root + 1) : "";
    }

    private static boolean isAmong(String key, List<String> names) {
        return names.stream().anyMatch(name -> within(key, name));
    }

    static boolean within(String key, String above) {
        return WindowsNames.fold(key).startsWith(WindowsNames.fold(above))
                && (key.length() == above.length() || key.charAt(above.length()) == '\\');
    }
}
