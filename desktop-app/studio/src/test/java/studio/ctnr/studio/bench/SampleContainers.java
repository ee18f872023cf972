package studio.ctnr.studio.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.inventory.Finding;

/** Containers as a library has them. */
public final class SampleContainers {
    private static final long MB = 1 << 20;

    private SampleContainers() {}

    public static List<ContainerRecord> all() {
        Instant now = Instant.now();
        Finding blocker = new Finding(
                Finding.Severity.LIMITS,
                "shell-extension",
                "VLC",
                "The context menu of Explorer is a shell extension, which runs outside the container.",
                "Open files from within the application.");
        return List.of(
                container(
                        "7zip-24.09",
                        "7-Zip",
                        "24.09",
                        "Igor Pavlov",
                        62 * MB,
                        412,
                        now.minus(Duration.ofMinutes(2)),
                        true,
                        List.of("archiver", "core"),
                        List.of()),
                container(
                        "putty-0.81",
                        "PuTTY",
                        "0.81",
                        "Simon Tatham",
                        6 * MB,
                        18,
                        now.minus(Duration.ofDays(1)),
                        true,
                        List.of("core"),
                        List.of()),
                container(
                        "exiftool",
                        "ExifTool",
                        "10.53",
                        "Phil Harvey",
                        41 * MB,
                        903,
                        null,
                        false,
                        List.of("media"),
                        List.of()),
                container(
                        "notepad-plus-plus",
                        "Notepad++",
                        "8.6.9",
                        "Don Ho",
                        22 * MB,
                        311,
                        now.minus(Duration.ofDays(20)),
                        true,
                        List.of("core"),
                        List.of()),
                container(
                        "vlc-3.0.21",
                        "VLC",
                        "3.0.21",
                        "VideoLAN",
                        118 * MB,
                        1240,
                        now.minus(Duration.ofDays(24)),
                        true,
                        List.of("media"),
                        List.of(blocker)),
                container(
                        "chrome-beta-118",
                        "Chrome Beta 118",
                        "118.0.1234.5",
                        "Google",
                        402 * MB,
                        2210,
                        now.minus(Duration.ofDays(40)),
                        false,
                        List.of(),
                        List.of()));
    }

    public static ContainerRecord of(String id, String name, String version, Instant created) {
        return new ContainerRecord(
                id,
                name,
                version,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Path.of("/store", id),
                false,
                MB,
                10,
                0,
                Optional.empty(),
                created,
                Optional.empty(),
                false,
                new TreeSet<>(),
                List.of(),
                Optional.empty(),
                1);
    }

    public static ContainerRecord tagged(ContainerRecord of, Collection<String> tags) {
        return changed(of, tags, of.findings());
    }

    /** With other findings. */
    public static ContainerRecord found(ContainerRecord of, List<Finding> findings) {
        return changed(of, of.tags(), findings);
    }

    private static ContainerRecord changed(ContainerRecord of, Collection<String> tags, List<Finding> findings) {
        return new ContainerRecord(
                of.id(),
                of.name(),
                of.version(),
                of.publisher(),
                of.description(),
                of.icon(),
                of.folder(),
                of.linked(),
                of.size(),
                of.files(),
                of.snapshots(),
                of.contentRoot(),
                of.created(),
                of.lastRun(),
                of.signed(),
                new TreeSet<>(tags),
                findings,
                of.leaks(),
                of.revision() + 1);
    }

    /** The first of all, with its folder at another place and something to know of it. */
    public static ContainerRecord at(Path folder) {
        ContainerRecord first = all().getFirst();
        return new ContainerRecord(
                first.id(),
                first.name(),
                first.version(),
                first.publisher(),
                first.description(),
                first.icon(),
                folder,
                false,
                first.size(),
                first.files(),
                2,
                first.contentRoot(),
                first.created(),
                first.lastRun(),
                first.signed(),
                first.tags(),
                all().stream().flatMap(each -> each.findings().stream()).toList(),
                first.leaks(),
                first.revision());
    }

    private static ContainerRecord container(
            String id,
            String name,
            String version,
            String publisher,
            long size,
            long files,
            Instant lastRun,
            boolean signed,
            List<String> tags,
            List<Finding> findings) {
        Instant created = Instant.now().minus(Duration.ofDays(50));
        return new ContainerRecord(
                id,
                name,
                version,
                Optional.of(publisher),
                Optional.empty(),
                Optional.empty(),
                Path.of("/store", id),
                false,
                size,
                files,
                0,
                Optional.empty(),
                created,
                Optional.ofNullable(lastRun),
                signed,
                new TreeSet<>(tags),
                findings,
                Optional.of(new ContainerRecord.LeakCheck(created, 0)),
                1);
    }
}
