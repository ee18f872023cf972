package studio.ctnr.studio.library;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.workbench.inventory.ContainerRecord;

/** The orders of the library. */
public enum LibrarySort {
    NAME(Comparator.comparing(container -> container.name().toLowerCase(Locale.ROOT))),
    LAST_RUN(Comparator.comparing(
                    (ContainerRecord container) -> container.lastRun().orElse(Instant.MIN))
            .reversed()),
    ADDED(Comparator.comparing(ContainerRecord::created).reversed()),
    SIZE(Comparator.comparingLong(ContainerRecord::size).reversed());

    private final Comparator<ContainerRecord> order;

    LibrarySort(Comparator<ContainerRecord> order) {
        this.order = order;
    }

    Comparator<ContainerRecord> order() {
        return order.thenComparing(ContainerRecord::id);
    }

    String label() {
        return Texts.text("library.sort." + name().toLowerCase(Locale.ROOT));
    }
}
