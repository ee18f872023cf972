package studio.ctnr.engine.projection.internal.registered;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import studio.ctnr.engine.projection.internal.registry.CapturedKey;
import studio.ctnr.engine.projection.internal.registry.CapturedRegistry;
import studio.ctnr.engine.projection.report.Blocker;
import studio.ctnr.engine.projection.report.Blocker.Kind;
import studio.ctnr.engine.projection.report.Blocker.Severity;

/**
 * Finds what an installer puts into other programs' processes: extensions of the shell, and libraries that Windows would
 * load everywhere.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/shell/reg-shell-exts">Registering shell extensions</a>
 */
final class Extensions {
    private static final List<String> EVERYWHERE = List.of(
            "Microsoft\\Windows NT\\CurrentVersion\\Windows:AppInit_DLLs",
            "Microsoft\\Windows NT\\CurrentVersion\\Winlogon:Shell",
            "Microsoft\\Windows NT\\CurrentVersion\\Winlogon:Userinit");

    private final CapturedRegistry registry;
    private final Consumer<Blocker> blockers;

    Extensions(CapturedRegistry registry, Consumer<Blocker> blockers) {
        this.registry = registry;
        this.blockers = blockers;
    }

    void tell() {
        Map<String, List<String>> handlers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        registry
                .all("HKLM\\Software\\Classes", "HKLM\\Software\\Wow6432Node\\Classes", "HKCU\\Software\\Classes")
                .stream()
                .flatMap(classes -> classes.children().stream())
                .forEach(type -> ofType(type, handlers));
        registry.software("Microsoft\\Windows\\CurrentVersion\\Explorer").forEach(explorer -> {
            list(explorer, "ShellIconOverlayIdentifiers", "icon overlay", handlers);
            list(explorer, "Browser Helper Objects", "browser helper object", handlers);
        });
        handlers.forEach(
                (name, places) -> blockers.accept(
                        new Blocker(
                                Kind.SHELL_EXTENSION,
                                Severity.LIMITS,
                                name,
                                "It extends the Windows shell (" + String.join(", ", places)
                                        + "): the host's Explorer is not in the container and will not show it.",
                                "Nothing can be done in the container: what it offers has to be started from the application itself.")));
        EVERYWHERE.forEach(this::everywhere);
        registry.software("Microsoft\\Windows NT\\CurrentVersion\\Image File Execution Options").stream()
                .flatMap(options -> options.children().stream())
                .filter(program -> program.string("Debugger").isPresent())
                .forEach(program -> hook("Image File Execution Options\\" + program.name()));
    }

    private void ofType(CapturedKey type, Map<String, List<String>> handlers) {
        type.find("shellex").stream().flatMap(key -> key.children().stream()).forEach(kind -> {
            // A kind lists its handlers by name, or is itself one, as its class says.
            boolean list = kind.name().toLowerCase(Locale.ROOT).endsWith("handlers");
            if (list) {
                kind.children().forEach(handler -> add(handlers, handler.name(), kind.name() + " of " + type.name()));
            } else if (kind.string("").isPresent()) {
                add(handlers, kind.string("").get(), kind.name() + " of " + type.name());
            }
        });
    }

    private static void list(CapturedKey explorer, String name, String what, Map<String, List<String>> handlers) {
        explorer.find(name).stream()
                .flatMap(key -> key.children().stream())
                .forEach(handler -> add(handlers, handler.name().strip(), what));
    }

    private static void add(Map<String, List<String>> handlers, String name, String place) {
        List<String> places = handlers.computeIfAbsent(name, missing -> new ArrayList<>());
        if (!places.contains(place)) {
            places.add(place);
        }
    }

    private void everywhere(String place) {
        String[] parts = place.split(":");
        registry.software(parts[0]).stream()
                .flatMap(key ->
                        Stream.of(key).filter(known -> known.string(parts[1]).isPresent()))
                .forEach(key -> hook(parts[1] + ": " + key.string(parts[1]).orElseThrow()));
    }

    private void hook(String subject) {
        blockers.accept(new Blocker(
                Kind.GLOBAL_HOOK,
                Severity.LIMITS,
                subject,
                "It would be loaded into every process of the machine; from a container it reaches only the container's own.",
                "Nothing can be done in the container: install it on the host where the whole machine is meant."));
    }
}
