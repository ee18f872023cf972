package studio.ctnr.studio.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {
    @Test
    void cellsAreQuotedWhereTheyMustBeAndNeverBecomeFormulas(@TempDir Path folder) throws IOException {
        Csv csv = new Csv();
        csv.row(List.of("a", "", "b, c", "say \"d\"", "two\nlines"));
        csv.row(List.of("=1+2", "-x", "@y"));
        csv.write(folder.resolve("out.csv"));
        assertThat(Files.readString(folder.resolve("out.csv")))
                .isEqualTo("\ufeffa,,\"b, c\",\"say \"\"d\"\"\",\"two\nlines\"\r\n'=1+2,'-x,'@y\r\n");
    }
}
