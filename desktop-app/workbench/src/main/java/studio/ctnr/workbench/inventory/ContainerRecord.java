package studio.ctnr.workbench.inventory;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import studio.ctnr.container.ContainerFolder;

/**
 * What the inventory knows of a container, without looking at its folder.
 *
 * @param id unique in the inventory
 * @param name the application's name
 * @param version the application's version
 * @param publisher who makes the application
 * @param description what it is, in a sentence
 * @param icon the picture of its {@code config.yml}: a path in the container; see {@code icon.Icons}
 * @param folder where it lies
 * @param linked whether the folder lies where it did before, and not in the store: it is not deleted then
 * @param size of its files in bytes, as it was last counted
 * @param files how many, as they were last counted
 * @param snapshots how many states it can go back to
 * @param contentRoot what {@code hashes.root} of its config.yml says
 * @param created when it came into the inventory
 * @param lastRun when it was last started from here
 * @param signed whether its config.yml asks for a signature, or it came with one
 * @param tags in their order
 * @param findings what an engineer should know, blockers first
 * @param leaks what the last leak check found
 * @param revision grows with each change of this record
 */
public record ContainerRecord(
        String id,
        String name,
        String version,
        Optional<String> publisher,
        Optional<String> description,
        Optional<String> icon,
        Path folder,
        boolean linked,
        long size,
        long files,
        int snapshots,
        Optional<String> contentRoot,
        Instant created,
        Optional<Instant> lastRun,
        boolean signed,
        SortedSet<String> tags,
        List<Finding> findings,
        Optional<LeakCheck> leaks,
        long revision) {
    public ContainerRecord {
        Objects.requireNonNull(folder);
        findings = List.copyOf(findings);
    }

    ContainerRecord with(SortedSet<String> otherTags, List<Finding> otherFindings) {
        return new ContainerRecord(
                id,
                name,
                version,
                publisher,
                description,
                icon,
                folder,
                linked,
                size,
                files,
                snapshots,
                contentRoot,
                created,
                lastRun,
                signed,
                otherTags,
                otherFindings,
                leaks,
                revision);
    }

    /** The container itself. */
    public ContainerFolder container() {
        return new ContainerFolder(folder);
    }

    /** Whether something is known that takes the application, or a part of it, with it. */
    public boolean isBlocked() {
        return findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.BLOCKS);
    }

    /** A leak check of a container. */
    public record LeakCheck(Instant time, long leaks) {
        public boolean isClean() {
            return leaks == 0;
        }
    }
}
