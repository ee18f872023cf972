package studio.ctnr.cli;

import picocli.CommandLine.Command;
import studio.ctnr.engine.rules.Outcome;

/** {@code ctnr exclude}. */
@Command(
        name = "exclude",
        description = {
            "Leaves changes out of the container, whatever the rules say; they stay in the project.",
            "",
            "The decision is kept in the project's verdicts.yml, where it can be edited too."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ctnr exclude my-project 'C:\\Program Files\\App\\docs' --reason 'nobody reads it'",
            "  ctnr exclude my-project 'HKCU\\Software\\Vendor' --value 'Last*'",
            "  ctnr exclude my-project '**' --process 'updater*.exe'"
        })
final class ExcludeCommand extends DecideCommand {
    ExcludeCommand() {
        super(Outcome.EXCLUDE);
    }
}
