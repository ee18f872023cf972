package studio.ctnr.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.FileTree;
import studio.ctnr.container.Progress;
import studio.ctnr.launcher.ContainerRuntime;

/** What a host can do for containers, whichever: a launcher of this program's own says it, in a container of nothing. */
public final class HostProbe {
    private static final String CONFIG = """
            id: "nothing"
            name: "Nothing"
            version: "1"
            entrypoints:
              - { name: "nothing", target: 'C:\\Windows\\System32\\cmd.exe' }
            """;

    private HostProbe() {}

    /**
     * @param json whether the launcher is to say it as JSON
     * @return empty when the host's machine is not made yet, which a first run does and a question should not
     * @throws RunException when the launcher can't be started
     */
    public static Optional<RuntimeHost.Diagnosis> of(RuntimeHost host, boolean json, Progress progress)
            throws RunException, IOException {
        if (!host.isPrepared()) {
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("ctnr-doctor");
        try {
            ContainerFolder container = ContainerFolder.create(folder.resolve("container"));
            ContainerRuntime.copyTo(container.root().resolve("bin"));
            Files.writeString(container.config(), CONFIG);
            return Optional.of(host.examine(container, json, progress));
        } finally {
            FileTree.delete(folder);
        }
    }
}
