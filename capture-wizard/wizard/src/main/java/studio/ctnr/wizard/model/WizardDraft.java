package studio.ctnr.wizard.model;

import java.util.List;
import java.util.Optional;

/**
 * All that a wizard knows beside the capture itself, so that it can be closed and taken up again.
 *
 * @param format of this record
 * @param stage where the engineer was
 * @param description empty until the application was looked at
 * @param container the folder that was built, if one was
 */
public record WizardDraft(
        int format,
        WizardStage stage,
        String title,
        List<StepDraft> steps,
        SandboxDraft sandbox,
        Optional<DescriptionDraft> description,
        Optional<String> container) {
    /** The form that is written now, and the newest that is read. */
    public static final int FORMAT = 1;

    public WizardDraft {
        steps = List.copyOf(steps);
    }
}
