package studio.ctnr.cli;

import java.util.List;
import java.util.stream.Collectors;
import studio.ctnr.engine.change.Unobserved;

/** Says on standard error that changes have no writer because nobody could watch, and what to do about it. */
final class UnobservedWarning {
    private static final int MOST = 3;

    private UnobservedWarning() {}

    /** Says nothing when all was observed, or nothing was to be. */
    static void tell(Output output, List<Unobserved> all) {
        if (all.isEmpty()) {
            return;
        }
        String what = all.stream()
                .limit(MOST)
                .map(one -> Printable.of(one.described()))
                .collect(Collectors.joining("; "));
        String more = all.size() > MOST ? "; and %d more".formatted(all.size() - MOST) : "";
        output.err(
                ("warning: not observed: %s%s. What was changed there is captured like everything else, but has no writer."
                                + " To know who wrote it, let the virus scanner accept the libraries of Ctnr Studio, or install it"
                                + " again, and capture once more")
                        .formatted(what, more));
    }

    /** One part, as {@code --json} has it. */
    record Part(String what, String subject, long status) {
        static List<Part> of(List<Unobserved> all) {
            return all.stream()
                    .map(one -> new Part(one.scope().word(), one.subject(), one.status()))
                    .toList();
        }
    }
}
