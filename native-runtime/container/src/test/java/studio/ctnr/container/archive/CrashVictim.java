package studio.ctnr.container.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Builds or unpacks over and over until it is killed; after the first time it says how many nanoseconds that took. */
final class CrashVictim {
    private CrashVictim() {}

    public static void main(String[] args) throws IOException {
        Path goal = Path.of(args[3]);
        long start = System.nanoTime();
        work(args[0], Path.of(args[1]), goal);
        System.out.println(System.nanoTime() - start);
        for (int i = 2; ; i = 3 - i) {
            work(args[0], Path.of(args[i]), goal);
        }
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
