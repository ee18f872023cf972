package studio.ctnr.engine.capture;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.sandbox.StepResult;
import studio.ctnr.engine.sandbox.WaitingForInput;

/**
 * How a capture ended. There is a project in any case: what a failed installer left behind is worth a look, too.
 *
 * @param project what was captured
 * @param steps the result of each step that was run; those after a failed one were not
 * @param screenshot of a step that waited for a person, inside the project
 */
public record CaptureOutcome(CaptureProject project, List<StepResult> steps, Optional<Path> screenshot) {
    public CaptureOutcome {
        steps = List.copyOf(steps);
    }

    /** Whether every step ended well. */
    public boolean succeeded() {
        return steps.stream().allMatch(StepResult::succeeded);
    }

    /** Whether a step was ended because its time was over, or because nobody answered it. */
    public boolean timedOut() {
        return steps.stream().anyMatch(StepResult::timedOut);
    }

    /** What a step asked, when it waited for a person. */
    public Optional<WaitingForInput> waiting() {
        return steps.stream().flatMap(step -> step.waiting().stream()).reduce((first, last) -> last);
    }
}
