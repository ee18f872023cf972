package studio.ctnr.engine.project;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.CaptureMachine;
import studio.ctnr.engine.change.ChangeCounts;
import studio.ctnr.engine.change.ChangeCounts.Count;
import studio.ctnr.engine.change.Unobserved;
import studio.ctnr.engine.change.Unobserved.Scope;
import studio.ctnr.engine.internal.yaml.YamlFile;
import studio.ctnr.engine.internal.yaml.YamlSection;

/** Reads {@code project.yml}; keys that are not known here are left to whoever put them there. */
final class ProjectDescription {
    private static final String SCOPES = Arrays.stream(Scope.values())
            .map(Scope::word)
            .collect(Collectors.joining(", ", " is nothing that can be observed; accepted are ", ""));

    private ProjectDescription() {}

    static CaptureProject read(ProjectFolder folder) throws IOException {
        Path file = folder.description();
        YamlSection top = YamlFile.read(file).orElseThrow(() -> new ProjectException(file + " is empty; restore it"));
        long format = top.number("format");
        if (format < 1 || format > CaptureProject.FORMAT) {
            throw new ProjectException(
                    ("%s has the format %d, and this version reads format %d: use %s version of Ctnr" + " Studio")
                            .formatted(
                                    file,
                                    format,
                                    CaptureProject.FORMAT,
                                    format > CaptureProject.FORMAT ? "a newer" : "the fitting"));
        }
        YamlSection captured = top.section("captured");
        List<StepRecord> steps = new ArrayList<>();
        for (YamlSection step : top.sections("steps")) {
            steps.add(step(step));
        }
        CaptureRecord record = new CaptureRecord(
                machine(top.section("machine")), steps, time(captured, "started"), time(captured, "ended"));
        return new CaptureProject(folder, record, counts(top.section("counts")));
    }

    private static CaptureMachine machine(YamlSection machine) throws IOException {
        return new CaptureMachine(
                machine.requiredText("sandbox"),
                machine.requiredText("windows-version"),
                machine.requiredText("user-name"),
                machine.requiredText("user-sid"),
                machine.requiredText("computer-name"),
                path(machine, "profile"),
                path(machine, "temp"));
    }

    private static StepRecord step(YamlSection step) throws IOException {
        return new StepRecord(
                step.requiredText("installer"),
                step.number("size"),
                step.requiredText("sha256"),
                step.requiredText("kind"),
                step.texts("arguments"),
                step.has("exit-code") ? OptionalLong.of(step.number("exit-code")) : OptionalLong.empty(),
                time(step, "started"),
                time(step, "ended"),
                unobserved(step));
    }

    private static List<Unobserved> unobserved(YamlSection step) throws IOException {
        List<Unobserved> all = new ArrayList<>();
        for (YamlSection one : step.sections("not-observed")) {
            String what = one.requiredText("what");
            Scope scope = Scope.of(what).orElseThrow(() -> one.problem("what", what + SCOPES));
            all.add(new Unobserved(scope, one.requiredText("subject"), one.number("status")));
        }
        return all;
    }

    private static ChangeCounts counts(YamlSection counts) throws IOException {
        return new ChangeCounts(
                count(counts.section("files")),
                count(counts.section("folders")),
                count(counts.section("keys")),
                count(counts.section("values")));
    }

    private static Count count(YamlSection count) throws IOException {
        return new Count(count.number("added"), count.number("changed"), count.number("deleted"));
    }

    private static WindowsPath path(YamlSection section, String key) throws IOException {
        String text = section.requiredText(key);
        try {
            return WindowsPath.of(text);
        } catch (IllegalArgumentException wrong) {
            throw section.problem(key, wrong.getMessage());
        }
    }

    private static Instant time(YamlSection section, String key) throws IOException {
        String text = section.requiredText(key);
        try {
            return Instant.parse(text);
        } catch (DateTimeException wrong) {
            throw section.problem(key, text + " is no time, such as 2026-01-31T12:00:00Z");
        }
    }
}
