package studio.ctnr.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.hive.KeptDescriptor;

/** {@code ctnr hive rm}. */
@Command(
        name = "rm",
        description = "Removes a value, or without a name the key itself.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: ctnr hive rm my-container 'HKCU\\Software\\Vendor\\Cache' --recursive"})
final class HiveRemove implements Callable<Integer> {
    @Mixin
    private HiveTarget target;

    @Parameters(index = "1", paramLabel = "KEY", description = "The key.")
    private String key;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "NAME",
            description = "The value's name; '' for the key's default value; without it the key goes.")
    private String name;

    @Option(
            names = {"-r", "--recursive"},
            description = "Remove a key with its subkeys.")
    private boolean recursive;

    @Override
    public Integer call() throws IOException {
        OpenHives.Named named = target.open().named(key);
        HiveKey found = named.find();
        if (name != null) {
            removeValue(named, found);
        } else {
            removeKey(named, found);
        }
        OpenHives.write(named.hive());
        return ExitCode.DONE;
    }

    private void removeValue(OpenHives.Named named, HiveKey found) {
        if (found.value(name).filter(there -> !KeptDescriptor.is(there)).isEmpty()) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The key %s has no value named \"%s\"".formatted(Printable.of(named.whole()), Printable.of(name)));
        }
        found.removeValue(name);
        found.setLastWritten(Instant.now());
    }

    private void removeKey(OpenHives.Named named, HiveKey found) {
        if (named.path().isEmpty()) {
            throw new CommandFailure(ExitCode.WRONG_USE, "A hive's root key can't be removed");
        }
        if (!found.children().isEmpty() && !recursive) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The key %s has %d subkeys; --recursive removes them as well"
                            .formatted(
                                    Printable.of(named.whole()),
                                    found.children().size()));
        }
        int slash = named.path().lastIndexOf('\\');
        String above = slash < 0 ? "" : named.path().substring(0, slash);
        HiveKey parent = named.hive().hive().root().find(above).orElseThrow();
        parent.removeChild(found.name());
        parent.setLastWritten(Instant.now());
    }
}
