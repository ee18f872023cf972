import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import studio.ctnr.container.hive.Hive;

/** Times the library alone, warmed up: reads a hive file and writes it again, and tells the medians in seconds. */
public final class HiveLibrary {
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        Path copy = Path.of(arguments[0] + ".copy");
        double[] reads = new double[31];
        double[] writes = new double[reads.length];
        for (int i = -20; i < reads.length; i++) {
            long start = System.nanoTime();
            Hive hive = Hive.read(file);
            long read = System.nanoTime();
            hive.write(copy);
            long written = System.nanoTime();
            if (i >= 0) {
                reads[i] = (read - start) / 1e9;
                writes[i] = (written - read) / 1e9;
            }
        }
        Arrays.sort(reads);
        Arrays.sort(writes);
        System.out.printf("%.4f %.4f %d%n", reads[15], writes[15], Files.size(copy));
    }
}
