package studio.ctnr.container.hive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import studio.ctnr.container.WindowsNames;

/** Holds the order of keys in the launcher's hives, in C, to this package's. */
class UpcaseTableTest {
    private static final Path FILE = Path.of("../launcher/src/main/c/regf/upcase_table.h");
    private static final String HEAD = """
            /*
             * How names are put into upper case: {first unit, how many, distance, what is added}. Written by UpcaseTableTest from the
             * Java class WindowsNames, so that hives are in one order in both; the test writes it anew to target/upcase_table.h when
             * they differ.
             */
            """;

    @Test
    void theTableIsJavas() throws IOException {
        String table = table();
        Files.writeString(Path.of("target/upcase_table.h"), table);
        assertThat(Files.readString(FILE)).isEqualTo(table);
    }

    private static int added(int unit) {
        return unit > 0xFFFF ? 0 : (WindowsNames.fold((char) unit) - unit) & 0xFFFF;
    }

    private static String table() {
        StringBuilder text = new StringBuilder(HEAD);
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
