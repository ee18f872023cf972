package studio.ctnr.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.life.NewContainer;
import studio.ctnr.workbench.life.Template;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Makes a container that holds no application yet. */
@Command(
        name = "new",
        description = {
            "Make a container that holds no application yet, to be filled by hand: empty, or from a template.",
            "A template brings isolation rules, variables and folders that such an application needs, and says why."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "%nExamples:",
            "  ctnr new --templates                  (which there are)",
            "  ctnr new 'My browser' --template browser",
            "  ctnr new Tool --id tool-2 --app-version 2.0"
        })
final class NewCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private InventoryAccess access;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The application's name.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--id", paramLabel = "ID", description = "The container's id. Default: a free one like the name.")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--app-version",
            paramLabel = "VERSION",
            defaultValue = "1.0",
            description = "The application's version. Default: ${DEFAULT-VALUE}.")
    private String version;

    @Option(names = "--template", paramLabel = "TEMPLATE", description = "The template. Default: none, an empty one.")
    private Optional<String> template = Optional.empty();

    @Option(names = "--templates", description = "List the templates.")
    private boolean templates;

    @Override
    public Integer call() throws WorkbenchException, InterruptedException {
        if (templates) {
            listTemplates();
            return ExitCode.DONE;
        }
        String wanted = name.filter(text -> !text.isBlank())
                .orElseThrow(() -> new CommandFailure(ExitCode.WRONG_USE, "say what to call it: ctnr new NAME"));
        Optional<Template> chosen = template.map(NewCommand::template);
        NewContainer container = new NewContainer(id, wanted, version);
        ContainerRecord made;
        try (Workbench workbench = access.open()) {
            var creating = workbench.creating();
            made = access.await(
                    workbench,
                    chosen.isPresent()
                            ? creating.fromTemplate(chosen.get(), container, access.caller())
                            : creating.empty(container, access.caller()),
                    output,
                    ProgressAmount.Unit.STEPS);
        }
        if (output.isJson()) {
            output.json(ContainerAnswer.of(made));
        } else {
            output.out().printf("%s: %s%n", made.id(), made.folder());
        }
        return ExitCode.DONE;
    }

    private static Template template(String word) {
        return Template.find(word)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.WRONG_USE,
                        "there is no template " + word + "; there are: "
                                + Template.all().stream().map(Template::name).collect(Collectors.joining(", "))));
    }

    private void listTemplates() {
        List<Template> all = Template.all();
        if (output.isJson()) {
            output.json(all);
        } else {
            Columns columns = new Columns(false, false);
            all.forEach(one -> columns.add(one.name(), one.description()));
            columns.print(output.out());
        }
    }
}
