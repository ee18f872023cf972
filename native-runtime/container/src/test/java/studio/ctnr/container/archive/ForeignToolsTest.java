package studio.ctnr.container.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tar, zstd and sha256sum make of an archive; they must be installed. */
class ForeignToolsTest {
    @TempDir
    private static Path shared;

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        Path folder = SampleContainer.create(shared.resolve("sample"));
        new ArchiveBuilder(SampleContainer.INFO).build(folder, shared.resolve("sample.ctnr"));
        run("tar", "xf", "sample.ctnr");
    }

    @Test
    void the_members_come_in_their_order() throws IOException, InterruptedException {
        assertThat(run("tar", "tf", "sample.ctnr")).isEqualTo("manifest.json\npayload.tar.zst\nSHA256SUMS\n");
    }

    @Test
    void sha256sum_checks_the_members() throws IOException, InterruptedException {
        assertThat(run("sha256sum", "-c", "SHA256SUMS")).isEqualTo("manifest.json: OK\npayload.tar.zst: OK\n");
    }

    @Test
    void zstd_finds_the_payload_intact() throws IOException, InterruptedException {
        run("zstd", "-tq", "payload.tar.zst");
    }

    @Test
    void tar_unpacks_the_payload_with_times_and_attributes() throws IOException, InterruptedException {
        Path out = Files.createDirectory(shared.resolve("out"));
        run("tar", "--xattrs", "--xattrs-include=*", "--zstd", "-C", "out", "-xf", "payload.tar.zst");
        for (Map.Entry<String, byte[]> wanted : SampleContainer.content().entrySet()) {
            Path path = out.resolve(wanted.getKey());
            if (wanted.getValue() == null) {
                assertThat(path).isEmptyDirectory();
            } else {
                assertThat(path).hasBinaryContent(wanted.getValue());
            }
        }
        assertThat(Files.getLastModifiedTime(out.resolve("config.yml")).toInstant())
                .isEqualTo(SampleContainer.TIME);
        assertThat(new String(
                        (byte[]) Files.getAttribute(out.resolve("user/AppData/Roaming/hidden.ini"), "user:DOSATTRIB"),
                        StandardCharsets.US_ASCII))
                .isEqualTo("0x26");
    }

    @Test
    void what_tar_unpacked_makes_the_same_archive() throws IOException, InterruptedException {
        Files.createDirectory(shared.resolve("back"));
        run("tar", "--xattrs", "--xattrs-include=*", "--zstd", "-C", "back", "-xf", "payload.tar.zst");
        Path again = shared.resolve("again.ctnr");
        new ArchiveBuilder(SampleContainer.INFO).build(shared.resolve("back"), again);
        assertThat(Files.mismatch(again, shared.resolve("sample.ctnr"))).isEqualTo(-1);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(shared.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
