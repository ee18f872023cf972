package studio.ctnr.wizard.review;

import java.util.Locale;
import java.util.Optional;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.change.ValueForm;
import studio.ctnr.engine.rules.Verdict;
import studio.ctnr.toolkit.text.ByteSize;
import studio.ctnr.wizard.diff.DiffState;
import studio.ctnr.wizard.diff.DiffTree;
import studio.ctnr.wizard.diff.NodeKind;
import studio.ctnr.wizard.text.Texts;

/** What the cells of a row say. */
final class CellTexts {
    private static final int LONGEST = 200;

    private CellTexts() {}

    /** The row's name; of a value with its data. */
    static String what(DiffState state, int node) {
        DiffTree tree = state.tree();
        Optional<RegistryChange.OfValue> value = tree.value(node);
        if (value.isEmpty()) {
            return tree.name(node);
        }
        var shown = value.get().after().or(value.get()::before).orElseThrow();
        String name = tree.name(node).isEmpty() ? Texts.text("review.default-value") : tree.name(node);
        String data = ValueForm.of(shown.type(), shown.data()).line();
        return name + " = " + (data.length() > LONGEST ? data.substring(0, LONGEST) + "…" : data);
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
        return Texts.text(in > 0 ? "review.included" : "review.excluded");
    }

    static String rule(DiffState state, int node) {
        return state.verdict(node)
                .filter(verdict -> verdict.source() != Verdict.Source.DEFAULT)
                .map(verdict ->
                        verdict.source() == Verdict.Source.ENGINEER ? Texts.text("review.by-you") : verdict.topic())
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
            default -> verdict.reason();
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
