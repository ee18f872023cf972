package studio.ctnr.engine.projection.report;

import java.util.List;
import java.util.Objects;
import studio.ctnr.container.Variable;

/**
 * What a capture held of the machine it was made on, and what was done about it.
 *
 * @param findings ordered by kind of place and by where; cut off where there are very many
 * @param replaced how many traces were replaced by variables, those beyond the cut included
 * @param left how many were left as they were
 */
public record Portability(List<Finding> findings, long replaced, long left) {
    public Portability {
        findings = List.copyOf(findings);
    }

    /** Where a trace was found. */
    public enum Place {
        FILE_NAME,
        KEY_NAME,
        VALUE_NAME,
        VALUE_DATA,
        /** Bytes that no type says to be text: never changed, since lengths and checksums may depend on them. */
        BINARY_DATA,
        TEXT_FILE,
        SHORTCUT
    }

    /** What was done. */
    public enum Action {
        REPLACED,
        LEFT
    }

    /**
     * One trace.
     *
     * @param where the file or key (with {@code \\} and the value's name) that it was found in
     * @param variable what stands for it
     * @param text what was found, as it stood there
     * @param why when it was left: the reason, as a sentence; empty otherwise
     */
    public record Finding(Place place, String where, Variable variable, String text, Action action, String why) {
        public Finding {
            Objects.requireNonNull(where);
            Objects.requireNonNull(why);
        }
    }
}
