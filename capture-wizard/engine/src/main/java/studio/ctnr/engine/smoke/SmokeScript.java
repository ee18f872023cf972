package studio.ctnr.engine.smoke;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.ctnr.engine.internal.yaml.YamlFile;
import studio.ctnr.engine.internal.yaml.YamlSection;
import studio.ctnr.engine.sandbox.LiveScreen.Input.Key;

/** What a smoke test does with an application. */
public record SmokeScript(List<SmokeStep> steps) {
    private static final Duration USUAL_LIMIT = Duration.ofSeconds(60);
    private static final int FARTHEST_PIXEL = 10_000;
    private static final Pattern TIME = Pattern.compile("(\\d{1,5})(s|m)");

    public SmokeScript {
        steps = List.copyOf(steps);
    }

    /** Starts an entry point, waits until it shows a window and has settled, or has ended, and closes it. */
    public static SmokeScript usual(Optional<String> entry, Duration limit) {
        return new SmokeScript(
                List.of(new SmokeStep.Start(entry, ""), new SmokeStep.AwaitQuiet(limit), new SmokeStep.Close()));
    }

    /**
     * Reads a script; docs/smoke.md tells what may be in it.
     *
     * @throws IOException with file, line and column when something in it is not understood
     */
    public static SmokeScript read(Path file) throws IOException {
        List<SmokeStep> steps = new ArrayList<>();
        Optional<YamlSection> top = YamlFile.read(file);
        if (top.isPresent()) {
            top.get().allow(Set.of("steps"));
            for (YamlSection step : top.get().sections("steps")) {
                steps.add(step(step));
            }
        }
        if (steps.isEmpty() || !(steps.getFirst() instanceof SmokeStep.Start)) {
            throw new IOException(file + ": the first of its \"steps\" is to be a \"start\"");
        }
        return new SmokeScript(steps);
    }

    private static SmokeStep step(YamlSection step) throws IOException {
        if (step.has("start")) {
            step.allow(Set.of("start", "args"));
            Optional<String> entry = step.text("start").filter(name -> !name.isEmpty());
            return new SmokeStep.Start(entry, step.text("args").orElse(""));
        }
        if (step.has("wait")) {
            step.allow(Set.of("wait", "timeout"));
            return waiting(step.section("wait"), limit(step));
        }
        if (step.has("type")) {
            step.allow(Set.of("type"));
            return new SmokeStep.Press(SmokeKeys.text(step.requiredText("type")));
        }
        if (step.has("press")) {
            step.allow(Set.of("press"));
            return pressed(step);
        }
        if (step.has("click")) {
            step.allow(Set.of("click", "timeout"));
            return clicked(step.section("click"), limit(step));
        }
        if (step.has("close")) {
            step.allow(Set.of("close"));
            return new SmokeStep.Close();
        }
        if (step.has("expect")) {
            step.allow(Set.of("expect"));
            return expected(step.section("expect"));
        }
        throw step.missing("start\", \"wait\", \"type\", \"press\", \"click\", \"close\" or \"expect");
    }

    private static SmokeStep pressed(YamlSection step) throws IOException {
        List<Key> keys = new ArrayList<>();
        for (String name : step.texts("press")) {
            try {
                keys.add(SmokeKeys.key(name));
            } catch (IllegalArgumentException unknown) {
                throw step.problem("press", unknown.getMessage());
            }
        }
        return new SmokeStep.Press(keys);
    }

    private static SmokeStep clicked(YamlSection what, Duration limit) throws IOException {
        what.allow(Set.of("window", "button", "x", "y"));
        String title = what.requiredText("window");
        if (what.has("button") == (what.has("x") || what.has("y"))) {
            throw what.problem("window", "a click has either a \"button\", or \"x\" and \"y\"");
        }
        return what.has("button")
                ? new SmokeStep.Click(title, new SmokeStep.Spot.Button(what.requiredText("button")), limit)
                : new SmokeStep.Click(title, new SmokeStep.Spot.Pixel(pixel(what, "x"), pixel(what, "y")), limit);
    }

    private static int pixel(YamlSection what, String key) throws IOException {
        long number = what.number(key);
        if (number > FARTHEST_PIXEL) {
            throw what.problem(key, "\"%s\" is at most %d".formatted(key, FARTHEST_PIXEL));
        }
        return (int) number;
    }

    private static SmokeStep waiting(YamlSection what, Duration limit) throws IOException {
        what.allow(Set.of("window", "file", "exit", "quiet"));
        if (what.has("window")) {
            return new SmokeStep.AwaitWindow(what.requiredText("window"), limit);
        }
        if (what.has("file")) {
            return new SmokeStep.AwaitFile(what.requiredText("file"), limit);
        }
        if (what.has("exit")) {
            return new SmokeStep.AwaitExit(limit);
        }
        if (what.has("quiet")) {
            return new SmokeStep.AwaitQuiet(limit);
        }
        throw what.missing("window\", \"file\", \"exit\" or \"quiet");
    }

    private static SmokeStep expected(YamlSection what) throws IOException {
        what.allow(Set.of("exit", "file", "no-file"));
        if (what.has("exit")) {
            return new SmokeStep.ExpectExit(what.number("exit"));
        }
        if (what.has("file")) {
            return new SmokeStep.ExpectFile(what.requiredText("file"), true);
        }
        return new SmokeStep.ExpectFile(what.requiredText("no-file"), false);
    }

    private static Duration limit(YamlSection step) throws IOException {
        Optional<String> text = step.text("timeout");
        if (text.isEmpty()) {
            return USUAL_LIMIT;
        }
        Matcher time = TIME.matcher(text.get().toLowerCase(Locale.ROOT));
        if (!time.matches()) {
            throw step.problem("timeout", "\"timeout\" is a time such as 30s or 2m, not " + text.get());
        }
        long number = Long.parseLong(time.group(1));
        return time.group(2).equals("m") ? Duration.ofMinutes(number) : Duration.ofSeconds(number);
    }
}
