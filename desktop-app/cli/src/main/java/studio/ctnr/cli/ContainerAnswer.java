package studio.ctnr.cli;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.inventory.Finding;

/** A container of the inventory, as {@code --json} writes it; what is not known is null. */
record ContainerAnswer(
        String id,
        String name,
        String version,
        String publisher,
        String folder,
        boolean linked,
        long size,
        long files,
        int snapshots,
        Collection<String> tags,
        boolean signed,
        String contentRoot,
        String created,
        String lastRun,
        Long leaks,
        List<Finding> findings) {

    static ContainerAnswer of(ContainerRecord container) {
        return new ContainerAnswer(
                container.id(),
                container.name(),
                container.version(),
                container.publisher().orElse(null),
                container.folder().toString(),
                container.linked(),
                container.size(),
                container.files(),
                container.snapshots(),
                container.tags(),
                container.signed(),
                container.contentRoot().orElse(null),
                container.created().toString(),
                container.lastRun().map(Instant::toString).orElse(null),
                container.leaks().map(ContainerRecord.LeakCheck::leaks).orElse(null),
                container.findings());
    }
}
