package studio.ctnr.studio.library;

import java.util.Locale;
import java.util.Set;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.workbench.inventory.ContainerRecord;

/** The quick filters above the library. */
public enum LibraryFilter {
    ALL,
    RUNNING,
    UNSIGNED,
    WARNINGS;

    boolean takes(ContainerRecord container, Set<String> running) {
        return switch (this) {
            case ALL -> true;
            case RUNNING -> running.contains(container.id());
            case UNSIGNED -> !container.signed();
            case WARNINGS -> !container.findings().isEmpty();
        };
    }

    String label() {
        return Texts.text("library.filter." + name().toLowerCase(Locale.ROOT));
    }
}
