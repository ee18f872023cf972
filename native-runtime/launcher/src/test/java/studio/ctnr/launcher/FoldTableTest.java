package studio.ctnr.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the C program's folding of names to this JDK's: snapshots are sorted in C and merged in Java. */
class FoldTableTest {
    private static final Path FILE = Path.of("src/main/c/capture/fold_table.h");
    private static final String NEEDED = """
            /*
             * How names are folded: {first unit, how many, distance, what is added}. Written by FoldTableTest from Java's
             * Character.toUpperCase(char), since Java merges what is sorted here; the test writes it anew to
             * target/fold_table.h when they differ.
             */
            """;

    @Test
    void theTableIsJavas() throws IOException {
        String table = table();
        Files.writeString(Path.of("target/fold_table.h"), table);
        assertThat(Files.readString(FILE)).isEqualTo(table);
    }

    private static int added(int unit) {
        return unit > 0xFFFF ? 0 : (Character.toUpperCase((char) unit) - unit) & 0xFFFF;
    }

    private static String table() {
        StringBuilder text = new StringBuilder(NEEDED);
        for (int unit = 0; unit <= 0xFFFF; ) {
            int added = added(unit);
            if (added == 0) {
                unit++;
                continue;
            }
            int distance = added(unit + 1) == added ? 1 : 2;
            int count = 1;
            while (added(unit + count * distance) == added && (distance == 1 || added(unit + count * 2 - 1) == 0)) {
                count++;
            }
            text.append("{0x%04X, %d, %d, 0x%04X},\n".formatted(unit, count, distance, added));
            unit += (count - 1) * distance + 1;
        }
        return text.toString();
    }
}
