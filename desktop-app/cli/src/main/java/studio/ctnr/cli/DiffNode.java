package studio.ctnr.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.engine.change.ChangeKind;
import studio.ctnr.engine.rules.Verdict;

/** One line of {@code ctnr diff}, and the lines below it. */
final class DiffNode {
    private final String name;
    private final boolean container;
    private final List<DiffNode> children = new ArrayList<>(1);
    private Optional<Change> change = Optional.empty();

    /** What happened to it; a folder or key that is only on the way to others has none. */
    record Change(ChangeKind kind, String detail, Verdict verdict) {}

    /** @param container whether it is a folder or key */
    DiffNode(String name, boolean container) {
        this.name = name;
        this.container = container;
    }

    String name() {
        return name;
    }

    boolean container() {
        return container;
    }

    List<DiffNode> children() {
        return children;
    }

    Optional<Change> change() {
        return change;
    }

    void put(Change what) {
        change = Optional.of(what);
    }

    DiffNode add(DiffNode child) {
        children.add(child);
        return child;
    }

    /** The folder or key of that name; paths come in order, so that it is the last one or not there yet. */
    DiffNode into(String child) {
        if (!children.isEmpty()) {
            DiffNode last = children.getLast();
            if (last.container && WindowsNames.fold(last.name).equals(WindowsNames.fold(child))) {
                return last;
            }
        }
        return add(new DiffNode(child, true));
    }

    /** The one folder or key in it that its own line can be joined with; empty when there is more to tell. */
    Optional<DiffNode> only() {
        if (children.size() != 1 || !children.getFirst().container) {
            return Optional.empty();
        }
        DiffNode child = children.getFirst();
        boolean alike = change.map(own -> child.change
                        .filter(its -> its.kind() == own.kind() && its.verdict().equals(own.verdict()))
                        .isPresent())
                .orElse(child.change.isEmpty());
        return alike ? Optional.of(child) : Optional.empty();
    }
}
