package studio.ctnr.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.hive.KeptDescriptor;
import studio.ctnr.container.hive.RegistryValue;

/** {@code ctnr hive get}. */
@Command(
        name = "get",
        description = {
            "Shows one value: text as it is, a list line by line, a number in decimal, anything else in hexadecimal.",
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: ctnr hive get my-container 'HKCU\\Software\\Vendor' Version"})
final class HiveGet implements Callable<Integer> {
    @Mixin
    private HiveTarget target;

    @Parameters(index = "1", paramLabel = "KEY", description = "The key.")
    private String key;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "NAME",
            description = "The value's name; without it the key's default value.")
    private String name = "";

    @Option(
            names = {"-t", "--type"},
            description = "Show the type in front, such as REG_SZ.")
    private boolean type;

    @Option(names = "--raw", description = "Write the data's bytes to standard output, as the hive has them.")
    private boolean raw;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws IOException {
        OpenHives.Named named = target.open().named(key);
        RegistryValue value = named.find()
                .value(name)
                .filter(there -> !KeptDescriptor.is(there))
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.FAILED,
                        "The key %s has no value %s"
                                .formatted(
                                        Printable.of(named.whole()),
                                        name.isEmpty() ? "by default" : "named " + Printable.of(name))));
        ShownValue shown = new ShownValue(value);
        if (raw) {
            System.out.write(value.data());
            System.out.flush();
        } else if (output.isJson()) {
            output.json(shown.document());
        } else {
            String heading = type ? shown.type() + "\t" : "";
            shown.lines().forEach(line -> output.out().println(heading + line));
            if (shown.lines().isEmpty() && type) {
                output.out().println(shown.type());
            }
        }
        output.out().flush();
        return ExitCode.DONE;
    }
}
