package studio.ctnr.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.life.ImportService.Way;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Takes a container into the inventory. */
@Command(
        name = "import",
        description = {
            "Take a .ctnr archive or a container's folder into the inventory.",
            "What is unpacked or copied is held against the original; unless all of it agrees, nothing is kept."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "%nExamples:",
            "  ctnr import app.ctnr",
            "  ctnr import app.ctnr --id app-test     (a second one of it)",
            "  ctnr import --link my/app              (a folder that stays where it is)"
        })
final class ImportCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private InventoryAccess access;

    @Parameters(paramLabel = "X.ctnr|FOLDER", description = "The archive, or the container's folder.")
    private Path source;

    @Option(names = "--id", paramLabel = "ID", description = "The id it gets in place of its own.")
    private Optional<String> id = Optional.empty();

    @Option(names = "--link", description = "Leave the folder where it is, and only know of it.")
    private boolean link;

    @Override
    public Integer call() throws WorkbenchException, InterruptedException {
        if (!Files.exists(source)) {
            throw new CommandFailure(ExitCode.WRONG_USE, "there is no " + source);
        }
        if (link && (id.isPresent() || !Files.isDirectory(source))) {
            throw new CommandFailure(
                    ExitCode.WRONG_USE, "--link is for a folder, which keeps its id: leave --link or --id away");
        }
        ContainerRecord container;
        try (Workbench workbench = access.open()) {
            container = access.await(
                    workbench,
                    workbench.importing().take(source, link ? Way.LINK : Way.COPY, id, access.caller()),
                    output,
                    ProgressAmount.Unit.BYTES);
        }
        if (output.isJson()) {
            output.json(ContainerAnswer.of(container));
        } else {
            output.out()
                    .printf(
                            Locale.ROOT,
                            "%s: %s %s, %,d files, %s%n",
                            container.id(),
                            Printable.of(container.name()),
                            Printable.of(container.version()),
                            container.files(),
                            ByteSize.text(container.size()));
        }
        return ExitCode.DONE;
    }
}
