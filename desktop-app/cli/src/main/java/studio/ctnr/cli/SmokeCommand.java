package studio.ctnr.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.archive.Archive;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.engine.smoke.SmokeResult;
import studio.ctnr.engine.smoke.SmokeScript;
import studio.ctnr.engine.smoke.SmokeTest;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.inventory.ContainerRecord;

/** The leak gate: runs an application on a clean machine and proves that it left nothing on it. */
@Command(
        name = "smoke",
        description = {
            "Run a container's application on a clean machine, and prove that it leaves nothing on the host.",
            "A copy of the container is run, locked in and without network. Afterwards the whole disk and registry",
            "of the machine are compared with what they were."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "What is found of a container of the inventory is kept there, and shown by ctnr list and the studio.",
            "Without --steps it starts an entry point, waits until a window is there and nothing is done any more, or",
            "all of it has ended, and closes it. docs/smoke.md tells what a file of steps may say.",
            "Exit code 1: something leaked, or a step failed.",
            "",
            "Examples:",
            "  ctnr smoke app.ctnr",
            "  ctnr smoke app --entry Viewer --timeout 2m",
            "  ctnr smoke app.ctnr --steps smoke.yml --json"
        })
final class SmokeCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private InventoryAccess access;

    @Parameters(
            paramLabel = "CONTAINER",
            description = "A container's folder, a .ctnr archive, or an id of the inventory.")
    private Path source;

    @Option(
            names = "--entry",
            paramLabel = "NAME",
            description = "The entry point to start (default: the default one).")
    private Optional<String> entry = Optional.empty();

    @Option(names = "--steps", paramLabel = "FILE", description = "What to do with the application, as YAML.")
    private Optional<Path> steps = Optional.empty();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = DurationOption.class,
            description = "How long the application may run, such as 90s or 5m (default: ${DEFAULT-VALUE}).")
    private Duration limit;

    @Override
    public Integer call() throws Exception {
        if (entry.isPresent() && steps.isPresent()) {
            throw new CommandFailure(ExitCode.WRONG_USE, "--entry and --steps can't both say what to start");
        }
        SmokeScript script = steps.isPresent() ? SmokeScript.read(steps.get()) : SmokeScript.usual(entry, limit);
        SmokeReport report = SmokeReport.of(result(script));
        report.show(output);
        return report.passed() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private SmokeResult result(SmokeScript script) throws Exception {
        if (Files.isRegularFile(source) || Files.exists(source) && !access.isThere()) {
            return test(script);
        }
        try (Workbench workbench = access.open()) {
            Optional<ContainerRecord> known = Files.exists(source)
                    ? workbench.inventory().at(source)
                    : Optional.of(workbench.inventory().get(source.toString()));
            if (known.isEmpty()) {
                return test(script);
            }
            return access.await(
                    workbench,
                    workbench.checking().check(known.get().id(), script, limit, access.caller()),
                    output,
                    ProgressAmount.Unit.BYTES);
        }
    }

    private SmokeResult test(SmokeScript script) throws IOException, SandboxException {
        if (Files.isRegularFile(source)) {
            try (Archive archive = Archive.open(source)) {
                return run(SmokeTest.of(archive), script, limit, output);
            }
        }
        if (!ContainerFolder.isContainer(source)) {
            throw new CommandFailure(ExitCode.WRONG_USE, source + " is no container: it has no config.yml");
        }
        return run(SmokeTest.of(ContainerFolder.open(source)), script, limit, output);
    }

    /** With progress, and stopped by Ctrl+C. */
    static SmokeResult run(SmokeTest test, SmokeScript script, Duration limit, Output output)
            throws IOException, SandboxException {
        output.interruption().onRequest(test::cancel);
        try (ProgressLine progress = output.progress()) {
            return test.run(script, limit, progress);
        }
    }
}
