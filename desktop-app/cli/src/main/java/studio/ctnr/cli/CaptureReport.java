package studio.ctnr.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.ctnr.engine.capture.CaptureOutcome;
import studio.ctnr.engine.change.ChangeCounts;
import studio.ctnr.engine.project.StepRecord;
import studio.ctnr.engine.rules.Selection;
import studio.ctnr.engine.sandbox.StepResult;
import studio.ctnr.engine.sandbox.WaitingForInput;

/** Tells how a capture ended: to a person, to a program, and as an exit code. */
record CaptureReport(CaptureOutcome outcome, ChangeCounts included, ChangeCounts excluded) {
    static CaptureReport of(CaptureOutcome outcome) throws IOException {
        Selection selection = Selection.of(outcome.project());
        return new CaptureReport(outcome, selection.included(), selection.excluded());
    }

    /** A capture that failed is never built by itself: what it left is half an application. */
    boolean worthBuilding() {
        return exitCode() == ExitCode.DONE;
    }

    int exitCode() {
        if (outcome.timedOut()) {
            return ExitCode.TIMED_OUT;
        }
        if (!outcome.succeeded()) {
            return ExitCode.FAILED;
        }
        return included.total() == 0 ? ExitCode.NOTHING_CAPTURED : ExitCode.DONE;
    }

    void show(Output answer, Optional<Path> built) throws IOException {
        UnobservedWarning.tell(answer, outcome.project().record().unobserved());
        if (answer.isJson()) {
            answer.json(document(built));
            return;
        }
        PrintWriter out = answer.out();
        List<StepRecord> records = outcome.project().record().steps();
        for (int i = 0; i < records.size(); i++) {
            out.println(line(records.get(i), outcome.steps().get(i)));
        }
        outcome.waiting().ifPresent(window -> showWaiting(out, window));
        out.printf("%-10s %s; %d changes left out as noise%n", "captured", Counts.text(included), excluded.total());
        out.println("project    " + outcome.project().root());
        built.ifPresent(file -> out.println("container  " + file));
        advice(built).ifPresent(text -> out.printf("%n%s%n", text));
    }

    private void showWaiting(PrintWriter out, WaitingForInput window) {
        out.printf("           it asked, in the window \"%s\":%n", window.title());
        window.text().forEach(text -> out.println("             " + text.replace("\n", "\n             ")));
        if (!window.buttons().isEmpty()) {
            out.println("           with the buttons " + String.join(", ", window.buttons()));
        }
        outcome.screenshot().ifPresent(picture -> out.println("           screenshot " + picture));
    }

    private Optional<String> advice(Optional<Path> built) {
        Path project = outcome.project().root();
        return switch (exitCode()) {
            case ExitCode.TIMED_OUT ->
                Optional.of(
                        "The installer did not end by itself. Give it the switches that keep it silent with --args, "
                                + "more time with --timeout, or answer it yourself with --interactive.");
            case ExitCode.FAILED ->
                Optional.of("The installer failed. What it had changed until then: ctnr diff " + project);
            case ExitCode.NOTHING_CAPTURED ->
                Optional.of(
                        "The installer ended well, but installed nothing. What was left out, and why: ctnr diff --all "
                                + project);
            default ->
                built.isPresent()
                        ? Optional.empty()
                        : Optional.of("Next: ctnr diff " + project + ", then ctnr build " + project + " -o APP.ctnr");
        };
    }

    private static String line(StepRecord step, StepResult result) {
        String end = switch (result.ending()) {
            case BY_ITSELF -> "exit code %d%s".formatted(result.exitCode(), meaning(result));
            case TIME_LIMIT -> "ended at its time limit";
            case WAITING_LIMIT -> "ended, for it waited for a person";
        };
        String seconds = "%.1f s".formatted(result.elapsed().toMillis() / 1000.0);
        return "%-10s %s: %s, %s".formatted("installer", step.installer(), end, seconds)
                + (step.arguments().isEmpty() ? "" : " (" + String.join(" ", step.arguments()) + ")");
    }

    private static String meaning(StepResult result) {
        return result.restartNeeded() ? " (done; Windows would want a restart)" : result.succeeded() ? "" : " (failed)";
    }

    private Document document(Optional<Path> built) {
        return new Document(
                outcome.project().root().toString(),
                built.map(Path::toString).orElse(null),
                exitCode(),
                outcome.project().record().steps().stream()
                        .map(step -> new Step(
                                step.installer(),
                                step.kind(),
                                step.sha256(),
                                step.arguments(),
                                step.exitCode().isPresent() ? step.exitCode().getAsLong() : null,
                                UnobservedWarning.Part.of(step.unobserved())))
                        .toList(),
                outcome.waiting()
                        .map(window -> new Waiting(
                                window.title(),
                                window.text(),
                                window.buttons(),
                                outcome.screenshot().map(Path::toString).orElse(null)))
                        .orElse(null),
                included,
                excluded);
    }

    /** The shape of {@code --json}. */
    record Document(
            String project,
            String container,
            int result,
            List<Step> steps,
            Waiting waiting,
            ChangeCounts included,
            ChangeCounts excluded) {}

    /** One step; no exit code when it did not end by itself. */
    record Step(
            String installer,
            String kind,
            String sha256,
            List<String> arguments,
            Long exitCode,
            List<UnobservedWarning.Part> notObserved) {}

    /** What a step asked. */
    record Waiting(String title, List<String> text, List<String> buttons, String screenshot) {}
}
