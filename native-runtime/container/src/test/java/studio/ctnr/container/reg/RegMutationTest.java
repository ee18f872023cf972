package studio.ctnr.container.reg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.ctnr.container.hive.HiveKey;

/** Good .reg files, damaged in thousands of ways: each is read or refused with line and column. */
@Timeout(60)
class RegMutationTest {
    private static final String GOOD = """
            Windows Registry Editor Version 5.00

            [HKEY_CURRENT_USER\\Software\\Vendor]
            @="text \\"quoted\\" \\\\"
            "имя"=dword:0000ffff
            "bytes"=hex(7):61,00,62,00,\\
              00,00
            "gone"=-
            [-HKEY_CURRENT_USER\\Software\\Old]
            """;
    private static final byte[] TELLING = "\0\n\r\"\\[]-=:,;@(){ \t0fx".getBytes(StandardCharsets.US_ASCII);

    @Test
    void readsOrRefusesWhateverIsChanged() throws IOException {
        Random random = new Random(5);
        int read = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] bad = GOOD.getBytes(i % 2 == 0 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16LE);
            for (int change = random.nextInt(3); change >= 0; change--) {
                bad[random.nextInt(bad.length)] =
                        random.nextBoolean() ? (byte) random.nextInt() : TELLING[random.nextInt(TELLING.length)];
            }
            read += isRead(random.nextInt(10) == 0 ? Arrays.copyOf(bad, random.nextInt(bad.length)) : bad) ? 1 : 0;
        }
        assertThat(read).isBetween(100, 9000);
    }

    private static boolean isRead(byte[] file) throws IOException {
        HiveMounts mounts = HiveMounts.of("HKCU", HiveKey.root("ROOT"));
        RegImport edits = new RegImport(mounts, "bad.reg", Instant.EPOCH, effect -> {});
        try {
            RegFileReader.read(new ByteArrayInputStream(file), "bad.reg", RegFileReader.ANSI, edits);
            return true;
        } catch (RegFormatException e) {
            assertThat(e.line()).isPositive();
            assertThat(e.column()).isPositive();
            return false;
        } catch (EOFException e) {
            assertThat(file.length % 2)
                    .as("only half a UTF-16 unit has no line")
                    .isOne();
            return false;
        }
    }
}
