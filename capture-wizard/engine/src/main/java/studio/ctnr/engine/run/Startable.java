package studio.ctnr.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.container.config.EntryPoint;

/** Looks whether a container holds what a start needs, so that what it lacks is told before Windows is started. */
final class Startable {
    private Startable() {}

    static void check(ContainerFolder container, RunSettings settings) throws RunException, IOException {
        checkRuntime(container);
        List<EntryPoint> entries = ConfigDocument.read(container.config())
                .config(container.config().toString())
                .entrypoints();
        if (entries.isEmpty()) {
            throw new RunException(
                    RunException.Code.NO_ENTRY_POINT,
                    container.root() + " has no entry point: nothing in it is known that could be started.",
                    "Name a program: ctnr config add " + container.root()
                            + " entrypoints '{name: App, target: \"C:\\\\Program Files\\\\App\\\\app.exe\"}'");
        }
        boolean known = settings.entry().isEmpty()
                || entries.stream()
                        .anyMatch(entry ->
                                entry.name().equalsIgnoreCase(settings.entry().get()));
        if (!known) {
            String names = entries.stream().map(EntryPoint::name).collect(Collectors.joining(", "));
            throw new RunException(
                    RunException.Code.NO_ENTRY_POINT,
                    "%s has no entry point '%s'."
                            .formatted(container.root(), settings.entry().get()),
                    "It has: " + names + ".");
        }
    }

    /** Whether there is a launcher to be asked. */
    static void checkRuntime(ContainerFolder container) throws RunException {
        if (!Files.isRegularFile(container.launcher())) {
            throw new RunException(
                    RunException.Code.NO_RUNTIME,
                    container.root() + " holds no launcher.",
                    "Put the runtime into it: ctnr build " + container.root() + " -o FILE.ctnr");
        }
    }
}
