package studio.ctnr.studio.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import studio.ctnr.container.config.Isolation;
import studio.ctnr.container.config.Isolation.Mode;

/** How a container is isolated, in one line. */
public final class IsolationWords {
    private IsolationWords() {}

    /** "merged; documents pass through; 2 places isolated". */
    public static String line(Isolation isolation) {
        List<String> parts = new ArrayList<>();
        parts.add(
                isolation.effectiveFilesystem().containsAll(Isolation.USER_DOCUMENTS)
                        ? Texts.text("isolation.line.documents")
                        : Texts.text("isolation.line.merged"));
        long isolated = further(isolation, Mode.ISOLATED);
        if (isolated > 0) {
            parts.add(Texts.count("isolation.line.isolated", isolated));
        }
        long host = further(isolation, Mode.HOST);
        if (host > 0) {
            parts.add(Texts.count("isolation.line.host", host));
        }
        return String.join("; ", parts);
    }

    /** The rules of a mode beside those for the user's documents. */
    private static long further(Isolation isolation, Mode mode) {
        return Stream.concat(isolation.filesystem().stream(), isolation.registry().stream())
                .filter(rule -> rule.mode() == mode && !Isolation.USER_DOCUMENTS.contains(rule))
                .count();
    }
}
