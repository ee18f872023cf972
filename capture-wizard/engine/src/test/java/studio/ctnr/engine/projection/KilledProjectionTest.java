package studio.ctnr.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.FileTree;
import studio.ctnr.container.Progress;
import studio.ctnr.container.archive.ContentRoot;
import studio.ctnr.engine.projection.report.ProjectionReport;
import studio.ctnr.victim.Victim;

/** A process that is killed while it projects leaves whole containers, and nothing that the next projection keeps. */
class KilledProjectionTest {
    private static final int TIMES = 10;

    @TempDir
    private Path folder;

    private static ProjectionReport project(Path content, Path goal) throws IOException {
        RecordedChanges changes = new RecordedChanges(content);
        for (int i = 0; i < 80; i++) {
            changes.file("C:\\Program Files\\App\\%d\\file%d.dat".formatted(i % 10, i), "content " + i);
        }
        return Projection.project(changes, ProjectionSettings.DEFAULT, goal, Progress.NONE);
    }

    static final class Projector {
        public static void main(String[] args) throws IOException {
            Path content = Path.of(args[0]);
            Path work = Path.of(args[1]);
            Victim.work(round -> project(content, work.resolve("app" + round)));
        }
    }

    @Test
    void leavesWholeContainersOnly() throws IOException {
        Path work = Files.createDirectory(folder.resolve("work"));
        String whole = project(folder.resolve("content"), folder.resolve("whole"))
                .config()
                .hashes()
                .orElseThrow()
                .root();
        Random random = new Random(11);
        int struck = 0;
        for (int i = 0; i < TIMES || struck <= TIMES / 4; i++) {
            assertThat(i)
                    .as("kills, %d of them in the middle of the work", struck)
                    .isLessThan(10 * TIMES);
            Victim.kill(random, Projector.class, folder.resolve("victim"), work);
            List<Path> left = left(work);
            for (Path container : left) {
                if (!isStaged(container)) {
                    assertThat(ContentRoot.of(container)).hasToString(whole);
                    FileTree.delete(container);
                }
            }
            List<Path> staged =
                    left.stream().filter(KilledProjectionTest::isStaged).toList();
            if (!staged.isEmpty()) {
                struck++;
                String name = staged.getFirst().getFileName().toString();
                Path goal = work.resolve(name.substring(1, name.indexOf('.', 1)));
                project(folder.resolve("content"), goal);
                assertThat(left(work)).containsExactly(goal);
                FileTree.delete(goal);
            }
        }
    }

    private static boolean isStaged(Path folder) {
        return folder.getFileName().toString().contains(".projecting-");
    }

    private static List<Path> left(Path work) throws IOException {
        try (Stream<Path> entries = Files.list(work)) {
            return entries.toList();
        }
    }
}
