package studio.ctnr.engine.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Many globs as one tree, in which globs that begin alike share their way. A path is matched by walking it down once
 * with all globs that are still possible; nothing is tried twice.
 */
final class GlobIndex {
    private final Node root = new Node(false);

    /** One place in the tree; a deep one stays possible whatever name comes. */
    static final class Node {
        private final boolean deep;
        private final Map<String, Node> literals = new HashMap<>();
        private final List<Wild> wilds = new ArrayList<>();
        private Node below;
        private int[] ranks = {};

        Node(boolean deep) {
            this.deep = deep;
        }

        private record Wild(NameGlob glob, Node node) {}

        /** Adds to {@code active} this node, and those that are reached with no further name. */
        private void enter(List<Node> active) {
            if (!active.contains(this)) {
                active.add(this);
            }
            if (below != null) {
                below.enter(active);
            }
        }
    }

    /** @param rank of the rule that the glob belongs to: what its match is told as */
    void add(Glob glob, int rank) {
        Node node = root;
        for (Optional<NameGlob> step : glob.steps()) {
            node = step.isEmpty() ? deepBelow(node) : next(node, step.get());
        }
        node.ranks = Arrays.copyOf(node.ranks, node.ranks.length + 1);
        node.ranks[node.ranks.length - 1] = rank;
    }

    private static Node deepBelow(Node node) {
        if (node.below == null) {
            node.below = new Node(true);
        }
        return node.below;
    }

    private static Node next(Node node, NameGlob step) {
        if (step.isLiteral()) {
            return node.literals.computeIfAbsent(step.name(), any -> new Node(false));
        }
        Node next = new Node(false);
        node.wilds.add(new Node.Wild(step, next));
        return next;
    }

    List<Node> start() {
        List<Node> active = new ArrayList<>();
        root.enter(active);
        return active;
    }

    /** The nodes that are possible after one more name. */
    static List<Node> step(List<Node> active, String folded) {
        List<Node> next = new ArrayList<>();
        for (Node node : active) {
            if (node.deep) {
                node.enter(next);
            }
            Node literal = node.literals.get(folded);
            if (literal != null) {
                literal.enter(next);
            }
            for (Node.Wild wild : node.wilds) {
                if (wild.glob.matches(folded)) {
                    wild.node.enter(next);
                }
            }
        }
        return next;
    }

    /** The ranks of the globs that end at one of these nodes, in ascending order. */
    static int[] ranks(List<Node> active) {
        int[] all = {};
        for (Node node : active) {
            if (node.ranks.length > 0) {
                int[] more = Arrays.copyOf(all, all.length + node.ranks.length);
                System.arraycopy(node.ranks, 0, more, all.length, node.ranks.length);
                all = more;
            }
        }
        Arrays.sort(all);
        return all;
    }
}
