package studio.ctnr.engine.project;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.ctnr.engine.change.CaptureMachine;
import studio.ctnr.engine.change.ChangeCounts;
import studio.ctnr.engine.change.ChangeCounts.Count;
import studio.ctnr.engine.internal.yaml.YamlText;

/** Writes {@code project.yml}. */
final class ProjectDescriptionText {
    private ProjectDescriptionText() {}

    static String of(CaptureRecord record, ChangeCounts counts) {
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("format", CaptureProject.FORMAT);
        top.put("captured", ordered("started", text(record.started()), "ended", text(record.ended())));
        top.put("machine", machine(record.machine()));
        top.put(
                "steps",
                record.steps().stream().map(ProjectDescriptionText::step).toList());
        top.put(
                "counts",
                ordered(
                        "files", count(counts.files()),
                        "folders", count(counts.folders()),
                        "keys", count(counts.keys()),
                        "values", count(counts.values())));
        return YamlText.of("A capture project: what installers changed on a clean machine. ctnr diff shows it.", top);
    }

    private static Map<String, Object> machine(CaptureMachine machine) {
        return ordered(
                "sandbox", machine.sandbox(),
                "windows-version", machine.windowsVersion(),
                "user-name", machine.userName(),
                "user-sid", machine.userSid(),
                "computer-name", machine.computerName(),
                "profile", machine.profile().toString(),
                "temp", machine.temp().toString());
    }

    private static Map<String, Object> step(StepRecord step) {
        Map<String, Object> map = ordered(
                "installer", step.installer(),
                "size", step.size(),
                "sha256", step.sha256(),
                "kind", step.kind(),
                "arguments", List.copyOf(step.arguments()));
        step.exitCode().ifPresent(code -> map.put("exit-code", code));
        map.put("started", text(step.started()));
        map.put("ended", text(step.ended()));
        if (!step.unobserved().isEmpty()) {
            map.put(
                    "not-observed",
                    step.unobserved().stream()
                            .map(one -> ordered(
                                    "what", one.scope().word(), "subject", one.subject(), "status", one.status()))
                            .toList());
        }
        return map;
    }

    private static Map<String, Object> count(Count count) {
        return ordered("added", count.added(), "changed", count.changed(), "deleted", count.deleted());
    }

    private static String text(Instant time) {
        return time.toString();
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
