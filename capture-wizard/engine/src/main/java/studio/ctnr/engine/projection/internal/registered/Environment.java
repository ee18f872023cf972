package studio.ctnr.engine.projection.internal.registered;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.container.config.EnvironmentVariable;
import studio.ctnr.engine.change.RegistryChange.OfValue;
import studio.ctnr.engine.projection.internal.registry.CapturedKey;
import studio.ctnr.engine.projection.internal.registry.RegistryText;

/**
 * Finds the environment variables that an installer sets. What it appends to a list such as PATH is said as an addition
 * to the host's list, so that the container does not carry the capture machine's.
 */
public final class Environment {
    private static final String OF_MACHINE = "HKLM\\System\\CurrentControlSet\\Control\\Session Manager\\Environment";
    private static final String OF_USER = "HKCU\\Environment";

    private final Application application;

    public Environment(Application application) {
        this.application = application;
    }

    /** The variables in the order of their names; a user's own wins over the machine's, but for lists, which add up. */
    public List<EnvironmentVariable> variables() {
        Map<String, EnvironmentVariable> found = new LinkedHashMap<>();
        for (CapturedKey key : application.registry().all(OF_MACHINE, OF_USER)) {
            for (OfValue change : key.changes()) {
                value(change)
                        .ifPresent(value -> found.merge(
                                change.name().toUpperCase(Locale.ROOT),
                                new EnvironmentVariable(change.name(), value),
                                Environment::join));
            }
        }
        return List.copyOf(found.values());
    }

    private static EnvironmentVariable join(EnvironmentVariable machine, EnvironmentVariable user) {
        String list = "%" + machine.key() + "%";
        String own = "%" + user.key() + "%";
        boolean both = machine.value().contains(list) && user.value().contains(own);
        return both ? new EnvironmentVariable(machine.key(), user.value().replace(own, machine.value())) : user;
    }

    private Optional<String> value(OfValue change) {
        Optional<String> after = change.after().flatMap(RegistryText::string);
        if (after.isEmpty() || change.name().isEmpty()) {
            return Optional.empty();
        }
        boolean isPath = change.name().equalsIgnoreCase("PATH") || change.name().equalsIgnoreCase("PATHEXT");
        Optional<String> before = change.before().flatMap(RegistryText::string);
        if (before.isPresent() || isPath) {
            return added(change.name(), before.orElse(""), after.get());
        }
        return Optional.of(portable(after.get()));
    }

    /** What is before and after the old list, around its variable; the whole new value where the old is not in it. */
    private Optional<String> added(String name, String before, String after) {
        List<String> old = entries(before);
        List<String> now = entries(after);
        List<String> fresh = now.stream()
                .filter(entry -> old.stream().noneMatch(entry::equalsIgnoreCase))
                .toList();
        boolean kept = old.stream().allMatch(entry -> now.stream().anyMatch(entry::equalsIgnoreCase));
        boolean list = name.equalsIgnoreCase("PATH") || name.equalsIgnoreCase("PATHEXT") || before.contains(";");
        if (!list || !kept) {
            return Optional.of(portable(after));
        }
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        int first = old.isEmpty() ? -1 : indexOf(now, old.getFirst());
        List<String> parts = new ArrayList<>();
        fresh.stream()
                .filter(entry -> indexOf(now, entry) < first)
                .map(this::portable)
                .forEach(parts::add);
        parts.add("%" + name + "%");
        fresh.stream()
                .filter(entry -> indexOf(now, entry) > first)
                .map(this::portable)
                .forEach(parts::add);
        parts.removeIf(String::isEmpty);
        return Optional.of(String.join(";", parts));
    }

    private static int indexOf(List<String> entries, String wanted) {
        for (int i = 0; i < entries.size(); i++) {
            if (WindowsNames.fold(entries.get(i)).equals(WindowsNames.fold(wanted))) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> entries(String list) {
        return Stream.of(list.split(";"))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /** A folder by its variable, each entry of a list for itself; other text without the machine's names. */
    private String portable(String value) {
        return Stream.of(value.split(";", -1))
                .map(application::portablePath)
                .reduce((left, right) -> left + ";" + right)
                .orElse("");
    }
}
