package studio.ctnr.engine.inspect;

import studio.ctnr.engine.change.CaptureMachine;
import studio.ctnr.engine.projection.internal.variables.Traces;

/** Tells whether a text names the machine that something was captured on: its user, its folders, its SID, its name. */
public final class MachineWords {
    private final Traces traces;

    public MachineWords(CaptureMachine machine) {
        traces = new Traces(machine);
    }

    /** Whether it would have to become a variable in a container. */
    public boolean standIn(CharSequence text) {
        return !traces.find(text).isEmpty();
    }
}
