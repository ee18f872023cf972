package studio.ctnr.container.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.ctnr.victim.Victim;

/** Builds or unpacks over and over until it is killed. */
final class CrashVictim {
    private CrashVictim() {}

    public static void main(String[] args) throws IOException {
        Path goal = Path.of(args[3]);
        Victim.work(round -> work(args[0], Path.of(args[1 + round % 2]), goal));
    }

    private static void work(String what, Path source, Path goal) throws IOException {
        if (what.equals("build")) {
            new ArchiveBuilder(SampleContainer.INFO).replace(true).build(source, goal);
            return;
        }
        try (Archive archive = Archive.open(source)) {
            new ArchiveExtraction(archive).replace(Files.exists(goal)).to(goal);
        }
    }
}
