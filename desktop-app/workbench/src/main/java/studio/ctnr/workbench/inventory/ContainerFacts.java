package studio.ctnr.workbench.inventory;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.container.config.ConfigProblem;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.container.snapshot.SnapshotStore;

/**
 * What a container's folder says of itself when it is looked at.
 *
 * @param snapshots how many it has
 * @param size of all files, snapshots included, in bytes
 * @param warnings what its config.yml is warned about
 */
public record ContainerFacts(ContainerConfig config, long size, long files, int snapshots, List<Finding> warnings) {
    public ContainerFacts {
        Objects.requireNonNull(config);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads them.
     *
     * @throws IOException when it is no container, or its config.yml has errors
     */
    public static ContainerFacts read(Path root) throws IOException {
        ContainerFolder folder = ContainerFolder.open(root);
        ConfigDocument document = ConfigDocument.read(folder.config());
        ContainerConfig config = document.config(folder.config().toString());
        List<Finding> warnings = new ArrayList<>();
        for (ConfigProblem problem : document.problems(folder)) {
            warnings.add(new Finding(Finding.Severity.WARNS, Finding.OF_CONFIG, problem.path(), problem.message(), ""));
        }
        Sum sum = new Sum();
        Files.walkFileTree(folder.root(), sum);
        int snapshots = SnapshotStore.of(folder).list().size();
        return new ContainerFacts(config, sum.size, sum.files, snapshots, warnings);
    }

    private static final class Sum extends SimpleFileVisitor<Path> {
        private long size;
        private long files;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            size += attributes.size();
            files++;
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException vanished) {
            return FileVisitResult.CONTINUE;
        }
    }
}
