package studio.ctnr.engine.projection.internal.variables;

import java.util.List;
import studio.ctnr.container.Variable;
import studio.ctnr.engine.projection.internal.variables.Traces.Trace;
import studio.ctnr.engine.projection.report.Portability.Action;
import studio.ctnr.engine.projection.report.Portability.Place;

/** Puts variables in the place of the capture machine's own names, and notes each. */
public final class PortableText {
    private final Traces traces;
    private final Findings findings;

    public PortableText(Traces traces, Findings findings) {
        this.traces = traces;
        this.findings = findings;
    }

    /** The text with variables; text that only looks like one is escaped. Nothing is noted. */
    public String replace(String text) {
        return rewrite(text, traces.find(text));
    }

    /** As {@link #replace(String)}, and each replacement is noted as found at {@code where}. */
    public String replace(String text, Place place, String where) {
        List<Trace> found = traces.find(text);
        note(text, found, place, where, Action.REPLACED, "");
        return rewrite(text, found);
    }

    /** Notes what is found and changes nothing. */
    public void report(CharSequence text, Place place, String where, String why) {
        note(text, traces.find(text), place, where, Action.LEFT, why);
    }

    private void note(CharSequence text, List<Trace> found, Place place, String where, Action action, String why) {
        for (Trace trace : found) {
            String excerpt = text.subSequence(trace.start(), trace.end()).toString();
            findings.add(place, where, trace.variable(), excerpt, action, why);
        }
    }

    private static String rewrite(String text, List<Trace> found) {
        if (found.isEmpty()) {
            return Variable.escape(text);
        }
        StringBuilder result = new StringBuilder(text.length() + 32);
        int from = 0;
        for (Trace trace : found) {
            result.append(Variable.escape(text.substring(from, trace.start())));
            result.append(trace.variable().token(trace.form()));
            from = trace.end();
        }
        return result.append(Variable.escape(text.substring(from))).toString();
    }
}
