package studio.ctnr.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.engine.run.HostProbe;
import studio.ctnr.engine.run.RuntimeHost;
import studio.ctnr.engine.run.RuntimeHost.Diagnosis;
import studio.ctnr.engine.sandbox.SandboxReport;
import studio.ctnr.engine.sandbox.SandboxReport.Finding;
import studio.ctnr.workbench.Workbench;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells what this machine has and lacks, by trying it. */
@Command(
        name = "doctor",
        description = {
            "Tell what this machine has and lacks for capturing and for running containers, and what to do about it.",
            "With a container: what this machine can do for it, as the container's own launcher finds by trying."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit code 0: captures and containers, or the container, work here; 5: something that they need is missing."
        })
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private Output answer;

    @Mixin
    private InventoryAccess access;

    @Parameters(
            arity = "0..1",
            paramLabel = "CONTAINER",
            description = "A container's folder, or an id of the inventory.")
    private Optional<Path> container = Optional.empty();

    @Override
    public Integer call() throws Exception {
        return container.isPresent() ? examine(container.get()) : machine();
    }

    private int examine(Path source) throws Exception {
        ContainerFolder folder = folder(source);
        Diagnosis found;
        try (ProgressLine progress = answer.progress()) {
            found = RuntimeHost.here().examine(folder, answer.isJson(), progress);
        }
        answer.out().print(found.text());
        answer.out().flush();
        return found.status() == 0 ? ExitCode.DONE : ExitCode.NOT_AVAILABLE;
    }

    private ContainerFolder folder(Path source) throws Exception {
        if (InventoryAccess.isId(source)) {
            try (Workbench workbench = access.open()) {
                return workbench.inventory().get(source.toString()).container();
            }
        }
        if (!ContainerFolder.isContainer(source)) {
            throw new CommandFailure(
                    ExitCode.WRONG_USE,
                    Files.exists(source)
                            ? source + " is no container's folder; ctnr extract makes one of an archive"
                            : "there is no " + source);
        }
        return ContainerFolder.open(source);
    }

    /**
     * As {@code --json} writes it.
     *
     * @param runtime as the launcher's own {@code --doctor --json} says it; null while no machine is made
     */
    private record Report(String sandbox, List<Finding> findings, JsonNode runtime) {}

    private int machine() throws Exception {
        SandboxReport report = HostSandbox.find().probe();
        Optional<Diagnosis> runtime = Optional.empty();
        if (report.usable()) {
            try (ProgressLine progress = answer.progress()) {
                runtime = HostProbe.of(RuntimeHost.here(), answer.isJson(), progress);
            }
        }
        if (answer.isJson()) {
            answer.json(new Report(
                    report.sandbox(),
                    report.findings(),
                    runtime.map(found -> JsonMapper.shared().readTree(found.text()))
                            .orElse(null)));
        } else {
            show(report, answer.out());
            show(runtime, answer.out());
        }
        return report.usable() && runtime.map(Diagnosis::status).orElse(0) == 0
                ? ExitCode.DONE
                : ExitCode.NOT_AVAILABLE;
    }

    private static void show(Optional<Diagnosis> runtime, PrintWriter out) {
        out.printf("%nContainers%n%n");
        out.print(runtime.map(Diagnosis::text)
                .orElse("Not looked at: the machine that they run on is made by the first ctnr run.\n"));
        out.flush();
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
