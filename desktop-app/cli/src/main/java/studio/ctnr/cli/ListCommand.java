package studio.ctnr.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Lists the containers of the inventory. */
@Command(
        name = "list",
        description = "List the containers of the inventory, or those in which each WORD is found.",
        mixinStandardHelpOptions = true,
        footer = {"%nExamples:", "  ctnr list", "  ctnr list chrome beta", "  ctnr list --tag office --json"})
final class ListCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private InventoryAccess access;

    @Parameters(
            paramLabel = "WORD",
            arity = "0..*",
            description = "In the id, name, version, publisher, description or a tag; case and accents do not count.")
    private List<String> words = List.of();

    @Option(names = "--tag", paramLabel = "TAG", description = "Only those with this tag.")
    private Optional<String> tag = Optional.empty();

    @Override
    public Integer call() throws WorkbenchException {
        List<ContainerRecord> containers;
        try (Workbench workbench = access.open()) {
            containers = workbench.inventory().search(String.join(" ", words)).stream()
                    .filter(container -> tag.isEmpty() || container.tags().contains(tag.get()))
                    .toList();
        }
        if (output.isJson()) {
            output.json(containers.stream().map(ContainerAnswer::of).toList());
        } else if (containers.isEmpty()) {
            output.out().println(empty());
        } else {
            tell(containers);
        }
        return ExitCode.DONE;
    }

    private String empty() {
        return words.isEmpty() && tag.isEmpty()
                ? "no containers yet; 'ctnr import APP.ctnr' takes one in, 'ctnr new NAME' makes an empty one"
                : "no container is like that";
    }

    private void tell(List<ContainerRecord> containers) {
        Columns columns = new Columns(false, false, false, true, false, false);
        columns.add("ID", "NAME", "VERSION", "SIZE", "LAST RUN", "TAGS");
        for (ContainerRecord container : containers) {
            columns.add(
                    container.id() + (container.isBlocked() ? " !" : ""),
                    container.name(),
                    container.version(),
                    ByteSize.text(container.size()),
                    container.lastRun().map(LocalTime::text).orElse("never"),
                    String.join(", ", container.tags()));
        }
        columns.print(output.out());
    }
}
