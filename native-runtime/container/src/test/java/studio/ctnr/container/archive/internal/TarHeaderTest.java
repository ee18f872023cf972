package studio.ctnr.container.archive.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.EntryKind;
import studio.ctnr.container.archive.manifest.Sha256;

/** Our headers, as Commons Compress reads them. */
class TarHeaderTest {
    private static final Instant TIME = Instant.parse("2024-02-29T12:34:56Z");

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 511, (1L << 33) - 1, 1L << 33, 5_000_000_000L, 9_000_000_000L, 1L << 45})
    void sizes_on_both_sides_of_eight_gibibytes_are_told(long size) throws IOException {
        assertThat(read(EntryHeader.of(file("a", size, TIME, 0))).getSize()).isEqualTo(size);
    }

    @Test
    void long_and_foreign_names_are_told() throws IOException {
        String path = "\u65e5\u672c\u8a9e/" + "folder/".repeat(60) + "\ud83d\ude00.txt";
        assertThat(read(EntryHeader.of(file(path, 1, TIME, 0))).getName()).isEqualTo(path);
        String ascii = "a".repeat(100);
        assertThat(EntryHeader.of(file(ascii, 1, TIME, 0))).hasSize(512);
        assertThat(read(EntryHeader.of(file(ascii + "b", 1, TIME, 0))).getName())
                .isEqualTo(ascii + "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T12:34:56.1234567Z",
                "1969-12-31T23:59:59.9999999Z",
                "1601-01-01T00:00:00Z",
                "1601-01-01T00:00:00.0000001Z",
                "9999-12-31T23:59:59Z"
            })
    void times_are_told_to_the_tick(String time) throws IOException {
        Instant instant = Instant.parse(time);
        TarArchiveEntry read = read(EntryHeader.of(file("a", 1, instant, 0)));
        assertThat(read.getLastModifiedTime().toInstant()).isEqualTo(instant);
    }

    @Test
    void attributes_are_an_extended_attribute() throws IOException {
        TarArchiveEntry read = read(EntryHeader.of(file("a", 1, TIME, 0x22)));
        assertThat(read.getExtraPaxHeader("SCHILY.xattr.user.DOSATTRIB")).isEqualTo("0x22");
        assertThat(DosAttributeText.parse("0x22\0".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(0x22);
        assertThat(DosAttributeText.parse("rubbish".getBytes(StandardCharsets.US_ASCII)))
                .isZero();
    }

    @Test
    void the_length_is_known_without_the_header() {
        for (Entry entry : new Entry[] {
            file("a", 5, TIME, 0),
            file("a".repeat(99), 5, TIME, 0),
            file("a".repeat(100), 5, TIME, 0),
            file("a", 5, TIME, 1),
            file("\u00e9", 5, TIME, 0),
            file("a", 1L << 33, TIME, 0),
            file("a", 5, TIME.plusNanos(100), 0),
            new Entry("b".repeat(99), EntryKind.FOLDER, 0, Entry.NO_TIME, 0, Sha256.NONE, 0),
            new Entry("b".repeat(100), EntryKind.FOLDER, 0, Entry.NO_TIME, 0, Sha256.NONE, 0)
        }) {
            assertThat(EntryHeader.length(entry)).isEqualTo(EntryHeader.of(entry).length);
        }
    }

    @Test
    void the_header_of_a_huge_payload_has_one_length_whatever_its_size() throws IOException {
        long uncompressed = 20L << 30;
        assertThat(Member.payloadHeader(0, uncompressed)).hasSameSizeAs(Member.payloadHeader(19L << 30, uncompressed));
        assertThat(read(Member.payloadHeader(19L << 30, uncompressed)).getSize())
                .isEqualTo(19L << 30);
        assertThat(read(Member.payloadHeader(77, uncompressed)).getSize()).isEqualTo(77);
    }

    private static Entry file(String path, long size, Instant time, int attributes) {
        return new Entry(path, EntryKind.FILE, size, time, attributes, Sha256.NONE, 0);
    }

    private static TarArchiveEntry read(byte[] header) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream(header))) {
            TarArchiveEntry entry = tar.getNextEntry();
            assertThat(entry.isCheckSumOK()).isTrue();
            return entry;
        }
    }
}
