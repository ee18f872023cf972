package studio.ctnr.engine.projection.internal.variables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.engine.projection.RecordedChanges;

class TextFilesTest {
    private static final String PATH = "C:\\users\\Ann Lee\\AppData\\Roaming\\x";

    @TempDir
    private Path folder;

    private final Findings findings = new Findings();
    private final TextFiles texts = new TextFiles(new PortableText(new Traces(RecordedChanges.MACHINE), findings));

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("settings.ini"), bytes);
    }

    @Test
    void aTraceIsFoundWhereverItLiesInALargeFile() throws IOException {
        for (int lead : new int[] {0, 65_520, 65_536, 200_000}) {
            Findings own = new Findings();
            TextFiles large = new TextFiles(new PortableText(new Traces(RecordedChanges.MACHINE), own));
            large.look(
                    file((".".repeat(lead) + " " + PATH + " " + ".".repeat(70_000)).getBytes(StandardCharsets.UTF_8)),
                    "w");
            assertThat(own.toReport().left()).as("after %d characters", lead).isEqualTo(1);
        }
    }

    @Test
    void utf16IsRewrittenInItsOwnEncoding() throws IOException {
        byte[] bytes = ("\ufeffHistory=" + PATH).getBytes(StandardCharsets.UTF_16LE);
        assertThat(texts.rewrite(file(bytes), "w").orElseThrow())
                .isEqualTo("\ufeffHistory=%CONTAINER_APPDATA%\\x".getBytes(StandardCharsets.UTF_16LE));
    }

    @Test
    void bytesThatAreNoUtf8SurviveARewrite() throws IOException {
        byte[] bytes = ("caf\u00e9=" + PATH).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(texts.rewrite(file(bytes), "w").orElseThrow())
                .isEqualTo("caf\u00e9=%CONTAINER_APPDATA%\\x".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aFileWithoutTracesIsNotRewritten() throws IOException {
        assertThat(texts.rewrite(file("[x]\r\ny=1\r\n".getBytes(StandardCharsets.UTF_8)), "w"))
                .isEmpty();
    }
}
