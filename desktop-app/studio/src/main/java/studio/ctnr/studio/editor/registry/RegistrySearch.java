package studio.ctnr.studio.editor.registry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.hive.RegistryValue;

/** Looks for a text in keys, names and data; case does not count. */
final class RegistrySearch {
    private final String wanted;
    private final BooleanSupplier cancelled;
    private final List<RegistryPlace> found = new ArrayList<>();

    private record Step(KeyPath path, HiveKey key) {}

    private RegistrySearch(String wanted, BooleanSupplier cancelled) {
        this.wanted = wanted;
        this.cancelled = cancelled;
    }

    /**
     * Everything that has the text in it.
     *
     * @param cancelled asked at every key
     * @throws CancellationException when it was
     */
    static RegistryMatches find(ContainerRegistry registry, String wanted, BooleanSupplier cancelled) {
        RegistrySearch search = new RegistrySearch(wanted, cancelled);
        if (!wanted.isEmpty()) {
            registry.hives()
                    .forEach(hive -> search.look(hive.place(), hive.hive().root()));
        }
        return RegistryMatches.of(search.found);
    }

    private void look(KeyPath place, HiveKey root) {
        Deque<Step> waiting = new ArrayDeque<>();
        waiting.push(new Step(place, root));
        while (!waiting.isEmpty()) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            Step step = waiting.pop();
            for (RegistryValue value : step.key.shownValues()) {
                if (holds(value.name())
                        || ValueText.readable(value).filter(this::holds).isPresent()) {
                    found.add(RegistryPlace.of(step.path, value.name()));
                }
            }
            for (HiveKey child : step.key.children()) {
                KeyPath path = step.path.resolve(child.name());
                if (holds(child.name())) {
                    found.add(RegistryPlace.of(path));
                }
                waiting.push(new Step(path, child));
            }
        }
    }

    private boolean holds(String text) {
        int last = text.length() - wanted.length();
        for (int at = 0; at <= last; at++) {
            if (text.regionMatches(true, at, wanted, 0, wanted.length())) {
                return true;
            }
        }
        return false;
    }
}
