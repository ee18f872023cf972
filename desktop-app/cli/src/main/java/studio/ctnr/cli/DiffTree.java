package studio.ctnr.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.FileState;
import studio.ctnr.engine.change.ProcessTree;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.change.RegistryChange.OfValue;
import studio.ctnr.engine.change.Writing;
import studio.ctnr.engine.rules.Judged;
import studio.ctnr.engine.rules.Verdict;
import studio.ctnr.engine.rules.Verdict.Source;

/**
 * {@code ctnr diff} for people: a tree of files, a tree of keys, and the sum.
 *
 * @param who the processes, when it is to be told who made each change
 */
record DiffTree(DiffScope scope, Path project, Paint paint, Optional<ProcessTree> who) {
    private static final int LONGEST_DATA = 100;
    private static final int DETAIL_COLUMN = 50;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    void write(PrintWriter out) throws IOException {
        if (scope.withFiles()) {
            section(out, "Files", files());
        }
        if (scope.withRegistry()) {
            section(out, "Registry", registry());
        }
        sum(out);
    }

    private DiffNode files() throws IOException {
        DiffNode root = new DiffNode("", true);
        try (Stream<Judged<FileChange>> files = scope.files()) {
            files.forEachOrdered(judged -> {
                FileChange file = judged.change();
                DiffNode node = root.into(file.path().drive() + ":");
                List<String> names = file.path().names();
                for (int i = 0; i < names.size() - 1; i++) {
                    node = node.into(names.get(i));
                }
                if (!names.isEmpty()) {
                    node = file.folder() ? node.into(names.getLast()) : node.add(new DiffNode(names.getLast(), false));
                }
                node.put(new DiffNode.Change(file.kind(), detail(file) + by(file.writing()), judged.verdict()));
            });
        }
        return root;
    }

    private DiffNode registry() throws IOException {
        DiffNode root = new DiffNode("", true);
        try (Stream<Judged<RegistryChange>> registry = scope.registry()) {
            registry.forEachOrdered(judged -> {
                DiffNode node = root;
                for (String name : judged.change().key().names()) {
                    node = node.into(name);
                }
                String detail = "";
                if (judged.change() instanceof OfValue value) {
                    node = node.add(new DiffNode(value.name().isEmpty() ? "@" : value.name(), false));
                    detail = detail(value);
                }
                node.put(new DiffNode.Change(
                        judged.change().kind(), detail + by(judged.change().writing()), judged.verdict()));
            });
        }
        return root;
    }

    private void section(PrintWriter out, String title, DiffNode root) {
        out.println(paint.bold(title));
        if (root.children().isEmpty()) {
            out.println("  none" + (scope.all() ? "" : " included"));
        }
        lines(out, root.children(), 0, Verdict.DEFAULT);
        out.println();
    }

    /** A reason is told once for what stands together. */
    private void lines(PrintWriter out, List<DiffNode> nodes, int depth, Verdict above) {
        Verdict told = above;
        for (DiffNode node : nodes) {
            told = line(out, node, depth, told);
        }
    }

    /** @return the verdict that the next line has to differ from to be told of */
    private Verdict line(PrintWriter out, DiffNode node, int depth, Verdict above) {
        StringBuilder name = new StringBuilder(Printable.of(node.name()));
        DiffNode last = node;
        for (Optional<DiffNode> only = last.only(); only.isPresent(); only = last.only()) {
            last = only.get();
            name.append('\\').append(Printable.of(last.name()));
        }
        if (last.container()) {
            name.append('\\');
        }
        String text = "  ".repeat(depth) + name;
        Verdict verdict = above;
        if (last.change().isPresent()) {
            DiffNode.Change change = last.change().get();
            verdict = change.verdict();
            out.println(shown(change, text, above));
        } else {
            out.println("  " + text);
        }
        lines(out, last.children(), depth + 1, verdict);
        return verdict;
    }

    private String shown(DiffNode.Change change, String text, Verdict above) {
        String mark = switch (change.kind()) {
            case ADDED -> "+";
            case CHANGED -> "~";
            case DELETED -> "-";
        };
        String left = mark + (change.verdict().included() ? " " : "x") + text;
        String line = change.detail().isEmpty()
                ? left
                : left + " ".repeat(Math.max(2, DETAIL_COLUMN - left.length())) + change.detail();
        line = line.stripTrailing();
        Verdict verdict = change.verdict();
        String painted = verdict.included() ? paint.change(change.kind(), line) : paint.faint(line);
        return verdict.equals(above) || verdict.source() == Source.DEFAULT
                ? painted
                : painted + paint.faint(why(verdict));
    }

    private static String why(Verdict verdict) {
        String who = verdict.rule().isEmpty() ? "" : " by " + Printable.of(verdict.rule());
        return "  (%s%s: %s)"
                .formatted(verdict.included() ? "included" : "excluded", who, Printable.of(verdict.reason()));
    }

    /** The programs that led to a change, and when it was made; nothing when that is not asked for. */
    private String by(Optional<Writing> writing) {
        return who.map(processes -> processes
                        .writer(writing)
                        .map(writer -> "  by " + Printable.of(writer.path()) + " at " + CLOCK.format(writer.at()))
                        .orElse("  by nobody that was seen"))
                .orElse("");
    }

    private static String detail(FileChange file) {
        if (file.folder()) {
            return "";
        }
        return Stream.of(file.before(), file.after())
                .flatMap(Optional::stream)
                .map(DiffTree::size)
                .distinct()
                .collect(Collectors.joining(" -> "));
    }

    private static String size(FileState state) {
        return String.format(Locale.ROOT, "%,d bytes", state.size());
    }

    private static String detail(OfValue value) {
        Optional<ShownValue> before = value.before().map(ShownValue::new);
        Optional<ShownValue> after = value.after().map(ShownValue::new);
        String type = after.or(() -> before).orElseThrow().type();
        return Stream.of(before, after)
                .flatMap(Optional::stream)
                .map(shown -> shortened(shown.brief()))
                .collect(Collectors.joining(" -> ", type + "  ", ""));
    }

    private static String shortened(String data) {
        return data.length() <= LONGEST_DATA
                ? data
                : data.substring(0, LONGEST_DATA) + String.format(Locale.ROOT, "... (%,d characters)", data.length());
    }

    private void sum(PrintWriter out) {
        out.println("Included: " + Counts.text(scope.selection().included()));
        Map<String, Long> topics = scope.selection().excludedByTopic();
        if (!topics.isEmpty()) {
            out.println(topics.entrySet().stream()
                    .map(topic -> topic.getKey() + " " + topic.getValue())
                    .collect(Collectors.joining(
                            ", ",
                            "Excluded: %d: "
                                    .formatted(scope.selection().excluded().total()),
                            "")));
            if (!scope.all()) {
                out.println(paint.faint("What is excluded, and why: ctnr diff --all " + project));
            }
        }
    }
}
