package studio.ctnr.engine.projection.internal.registered;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.ctnr.engine.projection.internal.registry.CapturedRegistry;

/** Finds the application's own entry among those that an installer and the runtimes it brings register. */
public final class UninstallEntries {
    /** What comes along with applications and is not one. */
    private static final Pattern BROUGHT_ALONG = Pattern.compile(
            "redistributable|visual c\\+\\+|directx|\\.net (framework|runtime|core)|windows desktop runtime"
                    + "|webview2|wine (gecko|mono)|maintenance service|update(r)? (service|helper)",
            Pattern.CASE_INSENSITIVE);

    private UninstallEntries() {}

    /** Every entry of the machine and of the user. */
    public static List<UninstallEntry> all(CapturedRegistry registry) {
        return registry.software("Microsoft\\Windows\\CurrentVersion\\Uninstall").stream()
                .flatMap(uninstall -> uninstall.children().stream())
                .map(UninstallEntry::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The entry that names the application: shown, not a runtime, the one that says most; among equals the first. */
    public static Optional<UninstallEntry> main(List<UninstallEntry> entries) {
        return entries.stream()
                .max(Comparator.comparingInt(UninstallEntries::worth)
                        .thenComparing(entries::indexOf, Comparator.reverseOrder()));
    }

    private static int worth(UninstallEntry entry) {
        return (entry.hidden() ? 0 : 64)
                + (BROUGHT_ALONG.matcher(entry.name()).find() ? 0 : 32)
                + (entry.version().isPresent() ? 4 : 0)
                + (entry.icon().isPresent() ? 3 : 0)
                + (entry.location().isPresent() ? 2 : 0)
                + (entry.publisher().isPresent() ? 1 : 0);
    }
}
