package studio.ctnr.engine.project;

import java.time.Instant;
import java.util.List;
import studio.ctnr.engine.change.CaptureMachine;
import studio.ctnr.engine.change.Unobserved;

/**
 * What was captured, where and when.
 *
 * @param machine the machine it was captured on
 * @param steps the installers that were run, in their order
 * @param started when the capture began
 * @param ended when the change set was complete
 */
public record CaptureRecord(CaptureMachine machine, List<StepRecord> steps, Instant started, Instant ended) {
    public CaptureRecord {
        steps = List.copyOf(steps);
    }

    /** What was not observed, though it was to be, in any step: changes that were made there have no writer. */
    public List<Unobserved> unobserved() {
        return steps.stream()
                .flatMap(step -> step.unobserved().stream())
                .distinct()
                .toList();
    }
}
