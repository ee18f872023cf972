package studio.ctnr.cli;

import java.io.PrintWriter;
import java.util.Locale;
import studio.ctnr.container.view.Bits;
import studio.ctnr.container.view.Explanation;
import studio.ctnr.container.view.Explanation.Decision;
import studio.ctnr.container.view.Explanation.Step;
import studio.ctnr.container.view.Explanation.Subject;

/** An explanation in words, a line for each question. */
record ExplanationText(Explanation of) {

    void show(PrintWriter out) {
        out.printf("%s, for a %s program%n", of.asked(), of.bits() == Bits.X64 ? "64-bit" : "32-bit");
        for (Step step : of.steps()) {
            line(out, "means", step.means() + "  (" + reason(step) + ")");
        }
        if (of.steps().isEmpty() && !of.view().equalsIgnoreCase(of.asked())) {
            line(out, "means", of.view());
        }
        line(out, "mode", rule(of.decision()));
        line(out, "seen", seen());
        of.hiddenBy().ifPresent(what -> line(out, "hidden", "the host's, by " + what));
        line(out, "write", write());
        for (Decision decision : of.below()) {
            line(out, "below", rule(decision));
        }
    }

    private static void line(PrintWriter out, String title, String text) {
        out.printf("  %-7s %s%n", title, text);
    }

    private static String reason(Step step) {
        return switch (step.reason()) {
            case BITNESS -> "what Windows makes of the name for 32-bit programs";
            case COMPATIBILITY -> "a name that Windows keeps for old programs";
            case CONTAINER_FOLDER -> "the container's own folder shows as what it stands for";
            case LINK -> "a link of the container's leads there";
            case CLASSES -> "HKEY_CLASSES_ROOT is made of the user's and the machine's classes";
        };
    }

    private static String rule(Decision decision) {
        String mode = decision.mode().name().toLowerCase(Locale.ROOT);
        return mode
                + switch (decision.source()) {
                    case CONFIG -> ", by the rule " + decision.rule().orElse("") + " of config.yml";
                    case DEFAULT -> ", by the rule " + decision.rule().orElse("") + " that every container has";
                    case RUNTIME ->
                        decision.rule()
                                .map(rule -> ", by the runtime's own rule " + rule)
                                .orElse(", by the runtime");
                    case NOBODY -> ": no rule says otherwise";
                };
    }

    private String seen() {
        String place = of.inContainer().orElse("");
        return switch (of.layer()) {
            case CONTAINER -> "the container's: " + place;
            case BOTH -> "the container's over the host's: " + place;
            case HOST ->
                of.inContainer().isPresent()
                        ? "the host's, if it has it: the container has nothing there"
                        : "the host's";
            case NONE -> "nothing: the container has nothing there, and the host's is not seen";
        };
    }

    private String write() {
        String place = of.landing().place().orElse("");
        return switch (of.landing().target()) {
            case CONTAINER -> "goes to the container: " + place;
            case CONTAINER_BY_COPY -> "goes to the container: " + place + "; what the host has is copied there first";
            case HOST -> "goes to the host: " + place;
            case REFUSED ->
                of.subject() == Subject.FILE
                        ? "is refused: the name is a whiteout's"
                        : "is refused, as for a user who is no administrator";
        };
    }
}
