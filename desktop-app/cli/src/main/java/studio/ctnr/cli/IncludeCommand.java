package studio.ctnr.cli;

import picocli.CommandLine.Command;
import studio.ctnr.engine.rules.Outcome;

/** {@code ctnr include}. */
@Command(
        name = "include",
        description = {
            "Takes changes into the container, whatever the rules say.",
            "",
            "The decision is kept in the project's verdicts.yml, where it can be edited too."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ctnr include my-project 'C:\\Program Files\\App\\docs' --reason 'nobody reads it'",
            "  ctnr include my-project 'HKCU\\Software\\Vendor' --value 'Last*'"
        })
final class IncludeCommand extends DecideCommand {
    IncludeCommand() {
        super(Outcome.INCLUDE);
    }
}
