package studio.ctnr.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.reg.HiveMounts;

/** The hive or hives that a command works on, as it was called. */
final class HiveTarget {
    private static final String USER = "HKCU";
    private static final String SOFTWARE = "HKLM\\Software";
    private static final Map<String, String> KNOWN_FILES = Map.of("hkcu.hiv", USER, "hklm-sw.hiv", SOFTWARE);

    @Parameters(index = "0", paramLabel = "HIVE", description = "A hive file, or a container's folder.")
    private Path target;

    @Option(
            names = "--root",
            paramLabel = "PATH",
            description = {
                "Where a hive file has its place in the registry, such as HKLM\\System.",
                "HKCU.hiv and HKLM-SW.hiv are known."
            })
    private String root;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    Path path() {
        return target;
    }

    /** Opens what is there; a warning about a hive goes to standard error. */
    OpenHives open() throws IOException {
        return open(false);
    }

    /** @param create whether a missing hive begins empty */
    OpenHives open(boolean create) throws IOException {
        List<OpenHive> hives = new ArrayList<>();
        if (Files.isDirectory(target)) {
            if (root != null) {
                throw new CommandFailure(
                        ExitCode.WRONG_USE, "--root is for a hive file; a container's hives are known");
            }
            ContainerFolder folder = ContainerFolder.open(target);
            add(hives, folder.hkcuHive(), USER, true);
            add(hives, folder.hklmSoftwareHive(), SOFTWARE, true);
        } else {
            add(hives, target, place(), create);
        }
        return new OpenHives(target, hives);
    }

    private String place() {
        if (root != null) {
            if (!HiveMounts.isWhole(root)) {
                throw new CommandFailure(
                        ExitCode.WRONG_USE,
                        "--root wants a path that begins with HKCU, HKLM, HKCR or HKU, not " + root);
            }
            return root;
        }
        String name = target.getFileName().toString().toLowerCase(Locale.ROOT);
        return KNOWN_FILES.getOrDefault(name, "");
    }

    private void add(List<OpenHive> hives, Path file, String place, boolean create) throws IOException {
        boolean exists = Files.exists(file);
        if (!exists && !create) {
            throw new CommandFailure(ExitCode.WRONG_USE, "There is no hive " + file);
        }
        Hive hive = exists ? Hive.read(file) : Hive.empty();
        for (String warning : hive.warnings()) {
            command.commandLine().getErr().println("ctnr: warning: " + warning);
        }
        hives.add(new OpenHive(file, place, hive, exists));
    }
}
