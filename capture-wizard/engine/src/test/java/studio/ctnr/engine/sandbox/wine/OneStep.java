package studio.ctnr.engine.sandbox.wine;

import java.nio.file.Path;
import java.util.Optional;
import studio.ctnr.container.Progress;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.SandboxSession;
import studio.ctnr.engine.sandbox.SandboxSettings;
import studio.ctnr.engine.sandbox.StepListener;

/** A program that runs one step and tells which programs start; made to be killed. */
final class OneStep {
    private OneStep() {}

    public static void main(String[] arguments) throws Exception {
        SandboxSettings settings = SandboxSettings.DEFAULT.withWaitingLimit(Optional.empty());
        try (SandboxSession session = new WineSandbox().open(settings, Path.of(arguments[0]), Progress.NONE)) {
            session.run(InstallStep.of(Path.of(arguments[1])), new StepListener() {
                @Override
                public void programStarted(long processId, String program) {
                    System.out.println(program);
                }
            });
        }
    }
}
