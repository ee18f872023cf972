package studio.ctnr.wizard.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import studio.ctnr.container.config.Isolation.Mode;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.change.ValueForm;
import studio.ctnr.engine.rules.Verdict;
import studio.ctnr.toolkit.text.ByteSize;
import studio.ctnr.wizard.diff.Category;
import studio.ctnr.wizard.diff.DiffState;
import studio.ctnr.wizard.diff.DiffTree;
import studio.ctnr.wizard.diff.NodeKind;
import studio.ctnr.wizard.text.Texts;
import studio.ctnr.wizard.words.EngineWords;

/** What the cells of a row say. */
final class CellTexts {
    private static final int LONGEST = 200;
    private static final List<Category> PURPOSES = List.of(
            Category.SHORTCUTS,
            Category.STARTUP,
            Category.SERVICES,
            Category.COM,
            Category.FILE_TYPES,
            Category.ENVIRONMENT,
            Category.UNINSTALL);

    private CellTexts() {}

    /** The row's name; of a value with its data. */
    static String what(DiffState state, int node) {
        DiffTree tree = state.tree();
        Optional<RegistryChange.OfValue> value = state.value(node);
        if (value.isEmpty()) {
            return tree.name(node);
        }
        String name = tree.name(node).isEmpty() ? Texts.text("review.default-value") : tree.name(node);
        return name + " = " + data(value.get());
    }

    /** A value's data in one line. */
    static String data(RegistryChange.OfValue change) {
        var shown = change.after().or(change::before).orElseThrow();
        String data = ValueForm.of(shown.type(), shown.data()).line();
        return data.length() > LONGEST ? data.substring(0, LONGEST) + "…" : data;
    }

    static String change(DiffState state, int node) {
        return state.tree()
                .happened(node)
                .map(kind -> Texts.text("review.kind." + kind.name().toLowerCase(Locale.ROOT)))
                .orElseGet(() -> number(state.changesIn(node)));
    }

    static String size(DiffState state, int node) {
        DiffTree tree = state.tree();
        return switch (tree.kind(node)) {
            case VALUE ->
                tree.value(node)
                        .map(value -> ValueForm.typeName(
                                value.after().or(value::before).orElseThrow().type()))
                        .orElse("");
            case FILE ->
                tree.file(node).flatMap(file -> file.after()).isEmpty() ? "—" : ByteSize.shown(tree.bytes(node));
            case KEY -> "";
            case FOLDER, ROOT -> tree.inRegistry(node) ? "" : ByteSize.shown(state.bytesIn(node));
        };
    }

    static String verdict(DiffState state, int node) {
        int in = state.includedIn(node);
        int out = state.changesIn(node) - in;
        if (state.tree().kind(node).isContainer() && in > 0 && out > 0) {
            return Texts.text("review.in-out", in, out);
        }
        if (in == 0) {
            return Texts.text("review.excluded");
        }
        List<String> words = new ArrayList<>();
        words.add(purpose(state.tree().categories(node)).orElseGet(() -> Texts.text("review.included")));
        if (state.isAmended(node)) {
            words.add(Texts.text("review.amended"));
        }
        state.mode(node).map(CellTexts::mode).ifPresent(words::add);
        return String.join(" · ", words);
    }

    /** What a change is for, where its place tells. */
    private static Optional<String> purpose(Set<Category> categories) {
        return PURPOSES.stream()
                .filter(categories::contains)
                .findFirst()
                .map(category -> Texts.text("review.purpose." + category.name().toLowerCase(Locale.ROOT)));
    }

    static String mode(Mode mode) {
        return Texts.text("review.mode." + mode.name().toLowerCase(Locale.ROOT));
    }

    static String rule(DiffState state, int node) {
        return state.verdict(node)
                .filter(verdict -> verdict.source() != Verdict.Source.DEFAULT)
                .map(verdict -> verdict.source() == Verdict.Source.ENGINEER
                        ? Texts.text("review.by-you")
                        : EngineWords.of(verdict.topic()))
                .orElse("");
    }

    /** The program that wrote it last; empty where nobody saw it. */
    static String process(DiffState state, int node) {
        return state.tree().writer(node).map(writer -> writer.process().name()).orElse("");
    }

    /** Why it was decided so, with the rule's name. */
    static String why(Verdict verdict) {
        return switch (verdict.source()) {
            case DEFAULT -> Texts.text("review.why.default");
            case DERIVED -> Texts.text(verdict.included() ? "review.why.holder" : "review.why.empty");
            default -> EngineWords.of(verdict.reason());
        };
    }

    static String number(long count) {
        return java.text.NumberFormat.getIntegerInstance(
                        studio.ctnr.toolkit.text.Language.spoken().locale())
                .format(count);
    }

    static boolean isFolder(NodeKind kind) {
        return kind == NodeKind.FOLDER || kind == NodeKind.ROOT;
    }
}
