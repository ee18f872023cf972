package studio.ctnr.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.archive.manifest.EntryKind;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.life.ExportService.Exported;
import studio.ctnr.workbench.life.Packing;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Hands a container of the inventory out. */
@Command(
        name = "export",
        description = "Make a .ctnr archive of a container of the inventory, in the state that it is in.",
        mixinStandardHelpOptions = true,
        footer = {"%nExamples:", "  ctnr export app", "  ctnr export app -o /media/stick/app.ctnr --level 19"})
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private InventoryAccess access;

    @Parameters(paramLabel = "ID", description = "The container's id, or its folder.")
    private String name;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.ctnr",
            description = "The archive to write. Default: ID.ctnr, here.")
    private Optional<Path> target = Optional.empty();

    @Option(
            names = "--level",
            paramLabel = "N",
            defaultValue = "3",
            description = "How hard to compress: 1 (fast) to 22 (small). Default: ${DEFAULT-VALUE}.")
    private int level;

    @Option(names = "--force", description = "Replace OUT.ctnr when it exists.")
    private boolean force;

    /** As {@code --json} writes it. */
    private record Answer(String archive, String id, long files, long size, long packed, String merkleRoot) {}

    @Override
    public Integer call() throws WorkbenchException, InterruptedException, IOException {
        if (level < 1 || level > 22) {
            throw new CommandFailure(ExitCode.WRONG_USE, "the level of compression is 1 to 22, not " + level);
        }
        Exported exported;
        try (Workbench workbench = access.open()) {
            ContainerRecord container = access.container(workbench, name);
            Path file = target.orElse(Path.of(container.id() + ".ctnr"));
            exported = access.await(
                    workbench,
                    workbench.exporting().archive(container.id(), file, new Packing(level, force), access.caller()),
                    output,
                    ProgressAmount.Unit.BYTES);
        }
        var manifest = exported.manifest();
        Answer answer = new Answer(
                exported.archive().toString(),
                manifest.info().id(),
                manifest.count(EntryKind.FILE),
                manifest.contentSize(),
                Files.size(exported.archive()),
                manifest.root().toString());
        if (output.isJson()) {
            output.json(answer);
        } else {
            output.out()
                    .printf(
                            Locale.ROOT,
                            "%s: %,d files, %s in %s%n",
                            answer.archive,
                            answer.files,
                            ByteSize.text(answer.size),
                            ByteSize.text(answer.packed));
        }
        return ExitCode.DONE;
    }
}
