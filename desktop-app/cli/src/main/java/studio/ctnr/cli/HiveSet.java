package studio.ctnr.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.hive.KeptDescriptor;
import studio.ctnr.container.hive.RegistryValue;

/** {@code ctnr hive set}. */
@Command(
        name = "set",
        description = "Sets a value; the key is made where it is missing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ctnr hive set my-container 'HKCU\\Software\\Vendor' Channel stable",
            "  ctnr hive set HKCU.hiv 'Software\\Vendor' Flags --type dword 0x10",
            "  ctnr hive set HKCU.hiv 'Software\\Vendor' Paths --type multi_sz 'C:\\A' 'C:\\B'"
        })
final class HiveSet implements Callable<Integer> {
    @Mixin
    private HiveTarget target;

    @Parameters(index = "1", paramLabel = "KEY", description = "The key.")
    private String key;

    @Parameters(index = "2", paramLabel = "NAME", description = "The value's name; '' for the key's default value.")
    private String name;

    @Parameters(
            index = "3..*",
            arity = "0..*",
            paramLabel = "DATA",
            description =
                    "Text; a number in decimal or as 0x...; bytes in hexadecimal; for multi_sz any number of texts.")
    private List<String> data = List.of();

    @Option(
            names = {"-t", "--type"},
            paramLabel = "TYPE",
            defaultValue = "sz",
            description =
                    "sz, expand_sz, multi_sz, dword, qword, binary, none, or hex(n) for any type by its number in hexadecimal; ${DEFAULT-VALUE} unless told.")
    private String type;

    @Option(names = "--create", description = "Make the hive file when it is missing.")
    private boolean create;

    @Override
    public Integer call() throws IOException {
        RegistryValue value = ValueArguments.value(name, type, data);
        if (KeptDescriptor.isReserved(name) || KeptDescriptor.is(value)) {
            throw new CommandFailure(
                    ExitCode.WRONG_USE,
                    "%s keeps a key's security descriptor, which applications set; take another name and type"
                            .formatted(KeptDescriptor.NAME));
        }
        OpenHives.Named named = target.open(create).named(key);
        HiveKey root = named.hive().hive().root();
        try {
            HiveKey changed = touched(root, named.path());
            changed.put(value);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.WRONG_USE, e.getMessage(), e);
        }
        OpenHives.write(named.hive());
        return ExitCode.DONE;
    }

    /** The key, made where it is missing; it and the keys that got a new subkey are written now. */
    private static HiveKey touched(HiveKey root, String path) {
        Instant now = Instant.now();
        HiveKey key = root;
        for (String part : path.split("\\\\")) {
            if (!part.isEmpty()) {
                if (key.child(part).isEmpty()) {
                    key.setLastWritten(now);
                }
                key = key.childOrCreate(part);
            }
        }
        key.setLastWritten(now);
        return key;
    }
}
