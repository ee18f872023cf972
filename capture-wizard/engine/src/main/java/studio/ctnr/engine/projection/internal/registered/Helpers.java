package studio.ctnr.engine.projection.internal.registered;

import java.util.Set;
import java.util.regex.Pattern;
import studio.ctnr.container.WindowsPath;

/** Names that tell a program or shortcut which no user starts to work with: what removes, repairs, updates, documents. */
final class Helpers {
    private static final Pattern PROGRAM = Pattern.compile(
            "^(_?unins.*|uninst.*|un_?install.*|.*uninst(all(er)?)?|remove.*|setup.*|.*[_ -]setup|install(er)?.*"
                    + "|.*[_ -]installer|.*crash.*(handler|report|pad|send|dump).*|.*(bug|error|crash)[_ -]?report.*"
                    + "|.*maintenance.*(tool|service).*|.*updater?|autoupdate.*|.*elevat(e|ion).*|vc_?redist.*"
                    + "|dotnetfx.*|ndp\\d.*|dxsetup|dxwebsetup|oalinst|notification_helper|regsvr.*|gacutil"
                    + "|createdump|t(32|64)(-arm)?|w(32|64)(-arm)?|cli-(32|64|arm64)|gui-(32|64|arm64)|.*_?service)\\.exe$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern UNINSTALLER =
            Pattern.compile("^(_?unins.*|un_?install.*|.*uninst(all(er)?)?)\\.exe$", Pattern.CASE_INSENSITIVE);

    /** English and the languages that installers ship most: what a shortcut that removes or documents is called. */
    private static final Pattern SHORTCUT = Pattern.compile(
            "uninstall|deinstall|desinstal|désinstall|disinstall|verwijder|удал|卸载|アンインストール"
                    + "|^(remove|repair|modify|entfernen)\\b|\\bread ?me\\b|\\b(release notes|license|licence|changelog"
                    + "|change log|what'?s new|online help|user manual|website|web site|home ?page)\\b"
                    + "|\\bcheck for updates?\\b| on the web$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Set<String> PROGRAMS =
            Set.of("exe", "com", "bat", "cmd", "scr", "cpl", "msc", "jar", "vbs", "js", "wsf", "hta", "ps1");

    private Helpers() {}

    /** Whether a program of this file name serves another one, or only installing. */
    static boolean isHelper(WindowsPath program) {
        return PROGRAM.matcher(program.name()).matches();
    }

    static boolean isUninstaller(WindowsPath program) {
        return UNINSTALLER.matcher(program.name()).matches();
    }

    /** Whether Windows runs a file of this name; anything else is opened by another program. */
    static boolean isProgram(WindowsPath target) {
        return PROGRAMS.contains(target.extension());
    }

    /** Whether the name of a shortcut says that it is not for working with the application. */
    static boolean namesNoProgram(String shortcut) {
        return SHORTCUT.matcher(shortcut).find();
    }
}
