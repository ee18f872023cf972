package studio.ctnr.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import studio.ctnr.engine.sandbox.SandboxReport;
import studio.ctnr.engine.sandbox.SandboxReport.Finding;

/** Tells what this machine has and lacks, by trying it. */
@Command(
        name = "doctor",
        description = "Tell what this machine has and lacks for capturing, and what to do about it.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit code 0: captures work here; 5: something that they need is missing."})
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private Output answer;

    @Override
    public Integer call() {
        SandboxReport report = HostSandbox.find().probe();
        if (answer.isJson()) {
            answer.json(report);
        } else {
            show(report, answer.out());
        }
        return report.usable() ? ExitCode.DONE : ExitCode.NOT_AVAILABLE;
    }

    private static void show(SandboxReport report, PrintWriter out) {
        out.printf("Capture sandbox: %s%n%n", report.sandbox());
        for (Finding finding : report.findings()) {
            out.printf("%s %-13s %s%n", mark(finding), finding.topic(), finding.found());
            finding.remedy().ifPresent(remedy -> out.printf("%16s→ %s%n", "", remedy));
        }
        out.printf("%n%s%n", report.usable() ? "Captures work on this machine." : "Captures do not work here yet.");
    }

    private static String mark(Finding finding) {
        return switch (finding.state()) {
            case GOOD -> "✓";
            case DEGRADED -> "!";
            case MISSING -> "✗";
        };
    }
}
