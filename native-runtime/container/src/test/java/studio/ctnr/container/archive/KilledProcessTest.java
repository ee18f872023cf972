package studio.ctnr.container.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.Progress;
import studio.ctnr.container.archive.manifest.ArchiveInfo;
import studio.ctnr.container.archive.manifest.Manifest;
import studio.ctnr.victim.Victim;

/**
 * Processes of their own are killed at random moments of their work; what they leave must be the old or the new, never a
 * part and never nothing.
 */
class KilledProcessTest {
    private static final int TIMES = 25;

    @TempDir
    private Path temporary;

    private final Random random = new Random(50);
    private Path work;
    private int struck;
    private Path oneFolder;
    private Path otherFolder;
    private Path one;
    private Path other;

    @BeforeEach
    void create() throws IOException {
        work = Files.createDirectory(temporary.resolve("work"));
        oneFolder = container("one", 1);
        otherFolder = container("other", 2);
        one = temporary.resolve("one.ctnr");
        other = temporary.resolve("other.ctnr");
        new ArchiveBuilder(SampleContainer.INFO).build(oneFolder, one);
        new ArchiveBuilder(SampleContainer.INFO).build(otherFolder, other);
    }

    private Path container(String name, long seed) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve(name));
        Files.writeString(folder.resolve("config.yml"), "id: " + name);
        for (int i = 0; i < 40; i++) {
            Path below = Files.createDirectories(folder.resolve("rootfs/" + i % 5));
            Files.write(below.resolve("file" + i), SampleContainer.noise(40_000, 100 * seed + i));
        }
        Files.write(folder.resolve("rootfs/large"), SampleContainer.noise(9_000_000, seed));
        return folder;
    }

    @Test
    void a_killed_build_leaves_the_old_archive_or_the_new_one_and_the_next_one_is_clean() throws Exception {
        Path goal = work.resolve("goal.ctnr");
        for (int i = 0; i < TIMES; i++) {
            killDuring("build", oneFolder, otherFolder, goal);
            assertThat(Files.mismatch(goal, one) == -1 || Files.mismatch(goal, other) == -1)
                    .isTrue();
            new ArchiveBuilder(SampleContainer.INFO).replace(true).build(oneFolder, goal);
            assertOnly(goal);
        }
        assertThat(struck).as("kills in the middle of the work").isGreaterThan(TIMES / 4);
    }

    @Test
    void a_killed_extraction_leaves_the_old_folder_or_the_new_one_and_the_next_one_is_clean() throws Exception {
        Path goal = work.resolve("goal");
        for (int i = 0; i < TIMES; i++) {
            killDuring("extract", one, other, goal);
            assertWhole(goal);
            ArchiveRoundTripTest.extract(one, goal, true);
            assertOnly(goal);
        }
        assertThat(struck).as("kills in the middle of the work").isGreaterThan(TIMES / 4);
    }

    private void killDuring(String work, Path first, Path second, Path goal) throws IOException {
        Victim.kill(random, CrashVictim.class, work, first, second, goal);
        struck += Files.exists(goal.resolveSibling("." + goal.getFileName() + ".ctnr-staging/product")) ? 1 : 0;
    }

    /** What lies there makes one of the two archives again. */
    private void assertWhole(Path goal) throws IOException {
        Path again = temporary.resolve("again.ctnr");
        ArchiveInfo info = SampleContainer.INFO;
        Manifest found = new ArchiveBuilder(info).replace(true).build(goal, again);
        try (Archive before = Archive.open(one);
                Archive after = Archive.open(other)) {
            assertThat(found.root())
                    .isIn(before.manifest().root(), after.manifest().root());
            assertThat(before.verify(Progress.NONE).isGood()).isTrue();
        }
    }

    private void assertOnly(Path goal) throws IOException {
        try (Stream<Path> left = Files.list(work)) {
            assertThat(left).containsExactly(goal);
        }
    }
}
