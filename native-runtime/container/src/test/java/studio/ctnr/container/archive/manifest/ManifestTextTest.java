package studio.ctnr.container.archive.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTextTest {
    @ParameterizedTest
    @CsvSource({
        "2024-02-29T12:34:56Z, 2024-02-29T12:34:56Z",
        "2024-02-29T12:34:56.1234567Z, 2024-02-29T12:34:56.1234567Z",
        "2024-02-29T12:34:56.1Z, 2024-02-29T12:34:56.1000000Z",
        "1601-01-01T00:00:00Z, 1601-01-01T00:00:00Z",
        "9999-12-31T23:59:59.9999999Z, 9999-12-31T23:59:59.9999999Z"
    })
    void a_time_has_one_text(Instant time, String text) {
        assertThat(FileTimes.text(time)).isEqualTo(text);
        assertThat(FileTimes.parse(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024-02-29",
                "2024-02-29T12:34:56",
                "2024-02-29T12:34:56.Z",
                "2024-02-29T12:34:56.0000000Z",
                "2024-02-29T12:34:56.123Z",
                "2024-02-29T12:34:56.1234567ZZ",
                "2024-02-29T12:34:60Z",
                "2023-02-29T12:34:56Z",
                "1600-12-31T23:59:59Z",
                "+024-02-29T12:34:56Z",
                "\u0662024-02-29T12:34:56Z"
            })
    void any_other_text_is_no_time(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> FileTimes.parse(text));
    }

    @Test
    void a_hundred_thousand_entries_are_written_and_read_and_their_size_is_known() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            String path = "file %06d \u00e9 %%".formatted(i);
            entries.add(new Entry(path, EntryKind.FILE, i, Instant.EPOCH, i % 8, new Sha256(i, i, i, i), 9));
        }
        ArchiveInfo info = new ArchiveInfo("id", "\"Name\" \u65e5\u672c", "1", "test", "");
        Manifest manifest = new Manifest(info, MerkleTree.root(entries), 7, entries);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ManifestWriter.write(manifest, out);
        assertThat(ManifestWriter.size(manifest)).isEqualTo(out.size());
        assertThat(ManifestReader.read(new ByteArrayInputStream(out.toByteArray())))
                .isEqualTo(manifest);
        assertThat(out.toString(StandardCharsets.UTF_8).lines().count()).isEqualTo(100_001);
    }

    @Test
    void a_name_that_would_command_a_terminal_is_escaped() {
        assertThat(Quoted.of("a\u001b[2Jb\u202ec")).isEqualTo("\"a\\u001b[2Jb\\u202ec\"");
        assertThat(Quoted.of("x".repeat(500))).hasSize(203);
    }
}
