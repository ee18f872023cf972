package studio.ctnr.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.engine.run.RunEnd;
import studio.ctnr.engine.run.RunException;
import studio.ctnr.engine.run.RunSettings;
import studio.ctnr.engine.run.RunningContainer;
import studio.ctnr.engine.run.RuntimeHost;
import studio.ctnr.engine.run.Streams;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.inventory.ContainerRecord;

/** Runs a container's application and waits for its end. */
@Command(
        name = "run",
        description = {
            "Run a container's application and wait for the last of its processes.",
            "A folder is run where it lies. An archive is unpacked once, for good: what the application writes is",
            "there at the next run. On Linux it runs under Wine, in the prefix that WINEPREFIX names or in ctnr's own."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The exit code is the application's; 210 to 219 are the launcher's. Where the system hands on only a",
            "part of it (Linux: the last 8 bits), the whole is told on standard error. With --json it is in the",
            "answer, and what the application itself writes is not shown.",
            "",
            "Examples:",
            "  ctnr run app.ctnr",
            "  ctnr run app-1.0                  (an id, as ctnr list shows it)",
            "  ctnr run app --entry Viewer -- 'Z:\\home\\ann\\report.txt'",
            "  ctnr run app.ctnr --temporary --trace"
        })
final class RunCommand implements Callable<Integer> {
    /** What Linux hands on of an exit code. */
    private static final long LAST_BITS = 0xff;

    @Mixin
    private Output output;

    @Mixin
    private InventoryAccess access;

    @Parameters(
            index = "0",
            paramLabel = "CONTAINER",
            description = "A container's folder, a .ctnr archive, or an id of the inventory.")
    private Path source;

    @Parameters(
            index = "1..*",
            paramLabel = "ARGUMENT",
            description = "What the application gets behind the entry point's own arguments; put -- before the first.")
    private List<String> arguments = List.of();

    @Option(
            names = "--entry",
            paramLabel = "NAME",
            description = "The entry point to start (default: the default one).")
    private Optional<String> entry = Optional.empty();

    @Option(names = "--trace", description = "Write what the runtime does to the container's logs/events.log.")
    private boolean trace;

    @Option(
            names = "--temporary",
            description = "Run a copy that is thrown away afterwards, with all that the application wrote.")
    private boolean temporary;

    /** As {@code --json} writes it; {@code failure} is why the application did not start, or null. */
    private record Answer(String container, long exitCode, double seconds, String failure) {}

    @Override
    public Integer call() throws Exception {
        if (InventoryAccess.isId(source)) {
            try (Workbench workbench = access.open()) {
                ContainerRecord container = workbench.inventory().get(source.toString());
                if (!temporary) {
                    RunEnd end = new InventoriedRun(workbench, container, access, output).run(settings());
                    return ended(container.container(), end);
                }
                source = container.folder();
            }
        }
        RuntimeHost host = RuntimeHost.here();
        try (RunnableSource opened = prepare()) {
            return ended(opened.container(), run(host, opened.container(), settings()));
        }
    }

    private RunSettings settings() {
        return new RunSettings(entry, arguments, trace, output.isJson() ? Streams.NONE : Streams.INHERITED);
    }

    private int ended(ContainerFolder container, RunEnd end) {
        tell(container, end);
        return output.interruption().requested() ? ExitCode.CANCELLED : exitCode(end.exitCode());
    }

    private RunnableSource prepare() throws IOException {
        try (ProgressLine progress = output.progress(ProgressAmount.Unit.BYTES)) {
            return RunnableSource.open(source, temporary, progress);
        }
    }

    private RunEnd run(RuntimeHost host, ContainerFolder container, RunSettings settings)
            throws RunException, IOException {
        RunningContainer run;
        try (ProgressLine progress = output.progress()) {
            run = host.start(container, settings, progress);
        }
        output.interruption().onRequest(run::stop);
        return run.end().join();
    }

    private void tell(ContainerFolder container, RunEnd end) {
        if (output.isJson()) {
            output.json(new Answer(
                    container.root().toString(),
                    end.exitCode(),
                    end.elapsed().toMillis() / 1e3,
                    end.failure().orElse(null)));
        } else if (end.ran() && end.exitCode() > LAST_BITS) {
            output.err("the application ended with exit code %d (0x%1$08X)".formatted(end.exitCode()));
        }
    }

    /** A failure must not become a 0 where only the last bits are handed on. */
    private static int exitCode(long code) {
        return code != 0 && (code & LAST_BITS) == 0 ? ExitCode.FAILED : (int) code;
    }
}
