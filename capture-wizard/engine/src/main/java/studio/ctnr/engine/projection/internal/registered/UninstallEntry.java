package studio.ctnr.engine.projection.internal.registered;

import java.util.Optional;
import studio.ctnr.engine.projection.internal.registry.CapturedKey;

/**
 * What an installer registers for "Apps and features".
 *
 * @param key the name of its key
 * @param icon as registered: a file, with an index where it holds several
 * @see <a href="https://learn.microsoft.com/windows/win32/msi/uninstall-registry-key">Uninstall registry key</a>
 */
public record UninstallEntry(
        String key,
        String name,
        Optional<String> version,
        Optional<String> publisher,
        Optional<String> icon,
        Optional<String> homepage,
        Optional<String> comments,
        Optional<String> uninstall,
        Optional<String> location,
        boolean hidden) {

    /** Reads an entry; empty when it has no name that would be shown. */
    static Optional<UninstallEntry> of(CapturedKey key) {
        boolean hidden = key.number("SystemComponent").orElse(0) == 1
                || key.string("ParentKeyName").isPresent()
                || key.string("ReleaseType").isPresent();
        return key.string("DisplayName")
                .map(name -> new UninstallEntry(
                        key.name(),
                        name,
                        key.string("DisplayVersion"),
                        key.string("Publisher"),
                        key.string("DisplayIcon"),
                        key.string("URLInfoAbout")
                                .or(() -> key.string("HelpLink"))
                                .filter(UninstallEntry::isAddress),
                        key.string("Comments"),
                        key.string("UninstallString"),
                        key.string("InstallLocation"),
                        hidden));
    }

    private static boolean isAddress(String text) {
        return text.regionMatches(true, 0, "http://", 0, 7) || text.regionMatches(true, 0, "https://", 0, 8);
    }
}
