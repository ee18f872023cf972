package studio.ctnr.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.compare.Comparison;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Compares two containers. */
@Command(
        name = "compare",
        description = {
            "Compare two containers: settings, files and registry, without unpacking anything.",
            "Each is an id of the inventory, ID@SNAPSHOT, a .ctnr archive, a container's folder or a capture project."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "%nExamples:",
            "  ctnr compare app-1.ctnr app-2.ctnr",
            "  ctnr compare app@clean app        (what was changed since)",
            "  ctnr compare --exit-code a b --json"
        })
final class CompareCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private InventoryAccess access;

    @Parameters(index = "0", paramLabel = "A", description = "The first container.")
    private String first;

    @Parameters(index = "1", paramLabel = "B", description = "The second container.")
    private String second;

    @Option(names = "--exit-code", description = "Answer with the exit code 1 when they differ.")
    private boolean exitCode;

    @Override
    public Integer call() throws WorkbenchException, InterruptedException {
        Comparison comparison;
        try (Workbench workbench = access.open()) {
            comparison = access.await(
                    workbench,
                    workbench.comparing().compare(first, second, access.caller()),
                    output,
                    ProgressAmount.Unit.BYTES);
        }
        if (output.isJson()) {
            output.json(ComparisonAnswer.of(comparison));
        } else {
            new ComparisonText(output.out()).tell(comparison);
        }
        return exitCode && !comparison.isSame() ? ExitCode.FAILED : ExitCode.DONE;
    }
}
