package studio.ctnr.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import studio.ctnr.engine.smoke.Leak;
import studio.ctnr.engine.smoke.SmokeResult;

/**
 * What a smoke test found, as {@code --json} writes it.
 *
 * @param exitCode of the application; null when it had to be ended
 */
record SmokeReport(
        boolean passed,
        List<LeakLine> leaks,
        List<String> failures,
        Long exitCode,
        List<String> windows,
        String output,
        double seconds) {

    /**
     * @param kind file, folder, key, value or home
     * @param name of a value; null for anything else
     * @param change added, changed or deleted
     */
    record LeakLine(String kind, String place, String name, String change, String detail) {
        static LeakLine of(Leak leak) {
            return new LeakLine(
                    lower(leak.subject()),
                    leak.place(),
                    leak.value().orElse(null),
                    lower(leak.change()),
                    leak.detail());
        }

        private static String lower(Enum<?> word) {
            return word.name().toLowerCase(Locale.ROOT);
        }

        private String text() {
            String what = name == null ? place : place + ", value " + (name.isEmpty() ? "(default)" : name);
            return "%-8s %-7s %s%s".formatted(change, kind, what, detail.isEmpty() ? "" : ": " + detail);
        }
    }

    static SmokeReport of(SmokeResult result) {
        return new SmokeReport(
                result.passed(),
                result.leaks().stream().map(LeakLine::of).toList(),
                result.failures(),
                result.exitCode().isPresent() ? result.exitCode().getAsLong() : null,
                result.windows(),
                result.output(),
                result.elapsed().toMillis() / 1e3);
    }

    void show(Output to) {
        if (to.isJson()) {
            to.json(this);
            return;
        }
        tell(to.out());
    }

    /** In words. */
    void tell(PrintWriter out) {
        if (!windows.isEmpty()) {
            out.printf("windows      %s%n", String.join(", ", windows));
        }
        out.printf("ended        %s%n", exitCode == null ? "by force" : "exit code " + exitCode);
        failures.forEach(failure -> out.printf("failed       %s%n", failure));
        leaks.forEach(leak -> out.printf("leak         %s%n", leak.text()));
        out.printf(
                Locale.ROOT,
                "%-12s host files and registry %s; %.1f s%n",
                passed ? "smoke" : "smoke failed",
                leaks.isEmpty() ? "are as they were" : "have " + leaks.size() + " traces of the application",
                seconds);
    }
}
