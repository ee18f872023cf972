package studio.ctnr.studio.library;

import java.util.Optional;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.control.Facts;
import studio.ctnr.toolkit.text.RecentTime;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.inventory.ContainerRecord.LeakCheck;

/** Names and values of what the inventory knows of a container, for whoever shows some of it. */
public final class RecordFacts {
    private RecordFacts() {}

    public static void publisher(Facts facts, ContainerRecord container) {
        container.publisher().ifPresent(publisher -> facts.add(Texts.text("inspector.publisher"), publisher));
    }

    public static void signature(Facts facts, ContainerRecord container) {
        facts.add(
                Texts.text("inspector.signature"),
                Texts.text(container.signed() ? "library.badge.signed" : "library.badge.unsigned"),
                container.signed() ? "success" : "warning");
    }

    public static void added(Facts facts, ContainerRecord container) {
        facts.add(Texts.text("inspector.added"), RecentTime.exact(container.created()));
    }

    /** @param unknown what to say of a container that was never checked; empty: nothing */
    public static void leaks(Facts facts, ContainerRecord container, Optional<String> unknown) {
        String name = Texts.text("inspector.leaks");
        Optional<LeakCheck> check = container.leaks();
        if (check.isPresent()) {
            boolean clean = check.get().isClean();
            facts.add(
                    name,
                    clean
                            ? Texts.text(
                                    "inspector.leaks-none",
                                    RecentTime.shown(check.get().time()))
                            : Texts.count("inspector.leaks-found", check.get().leaks()),
                    clean ? "success" : "danger");
        } else {
            unknown.ifPresent(text -> facts.add(name, text, "muted"));
        }
    }

    public static void tags(Facts facts, ContainerRecord container) {
        if (!container.tags().isEmpty()) {
            facts.add(Texts.text("inspector.tags"), String.join(", ", container.tags()));
        }
    }

    public static void id(Facts facts, ContainerRecord container) {
        facts.add(Texts.text("inspector.id"), container.id(), "mono");
    }
}
