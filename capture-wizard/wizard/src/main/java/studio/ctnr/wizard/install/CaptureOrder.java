package studio.ctnr.wizard.install;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.InstallStep.SideFiles;
import studio.ctnr.engine.sandbox.SandboxSettings;
import studio.ctnr.engine.sandbox.SandboxSettings.Containment;
import studio.ctnr.engine.sandbox.SandboxSettings.Display;
import studio.ctnr.wizard.model.CaptureModel;
import studio.ctnr.wizard.model.SandboxDraft;
import studio.ctnr.wizard.model.StepDraft;

/** What the engine is asked to do, as the pages before say. */
record CaptureOrder(List<InstallStep> steps, SandboxSettings settings) {
    /** Small enough to be read where it is shown: installers' windows are made for screens like this one. */
    private static final Display SCREEN = new Display.Virtual(1024, 768);

    static CaptureOrder of(CaptureModel model) {
        Duration limit = Duration.ofMinutes(model.sandboxProperty().get().minutes());
        return new CaptureOrder(
                model.steps().stream().map(step -> step(step, limit)).toList(),
                settings(model.sandboxProperty().get()));
    }

    /** A person is before the screen, so a step may wait for an answer as long as its time lasts. */
    private static SandboxSettings settings(SandboxDraft draft) {
        return SandboxSettings.DEFAULT
                .withNetwork(draft.network())
                .withWindowsVersion(draft.windowsVersion())
                .withDisplay(SCREEN)
                .withContainment(draft.contained() ? Containment.REQUIRED : Containment.WHERE_POSSIBLE)
                .withWaitingLimit(Optional.empty());
    }

    private static InstallStep step(StepDraft step, Duration limit) {
        return InstallStep.of(step.file())
                .withArguments(step.arguments().isBlank() ? List.of() : List.of(step.arguments()))
                .withTimeLimit(limit)
                .withSideFiles(step.wholeFolder() ? SideFiles.WHOLE_FOLDER : SideFiles.NONE);
    }
}
