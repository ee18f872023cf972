package studio.ctnr.cli;

import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Shows and changes a container's tags. */
@Command(
        name = "tag",
        description = "Give tags to a container, take them away, or show them.",
        mixinStandardHelpOptions = true,
        footer = {"%nExamples:", "  ctnr tag app office 2026", "  ctnr tag app --remove 2026", "  ctnr tag app"})
final class TagCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private InventoryAccess access;

    @Parameters(index = "0", paramLabel = "ID", description = "The container's id, or its folder.")
    private String name;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "TAG", description = "Tags; none: show those it has.")
    private List<String> words = List.of();

    @Option(names = "--remove", description = "Take these tags away.")
    private boolean remove;

    @Override
    public Integer call() throws WorkbenchException {
        TreeSet<String> tags;
        try (Workbench workbench = access.open()) {
            ContainerRecord container = access.container(workbench, name);
            tags = new TreeSet<>(container.tags());
            if (remove ? tags.removeAll(words) : tags.addAll(words)) {
                workbench.editing().tag(container.id(), tags, access.caller());
            }
        }
        if (output.isJson()) {
            output.json(tags);
        } else {
            tags.forEach(tag -> output.out().println(tag));
        }
        return ExitCode.DONE;
    }
}
