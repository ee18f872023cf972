package studio.ctnr.container.archive.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import studio.ctnr.container.archive.Archive;
import studio.ctnr.container.archive.ArchiveExtraction;
import studio.ctnr.container.archive.manifest.ArchiveException;
import studio.ctnr.container.archive.manifest.ArchiveFault;
import studio.ctnr.container.archive.manifest.EntryKind;

class HostileArchiveTest {
    @TempDir
    private Path temporary;

    @Test
    void the_test_s_own_writer_makes_good_archives_when_nothing_is_changed() throws IOException {
        Path file = new HostileArchive()
                .folder("a")
                .file("a/b.txt")
                .with("a/b.txt:s", EntryKind.STREAM, "stream")
                .write(temporary.resolve("good.ctnr"));
        try (Archive archive = Archive.open(file)) {
            new ArchiveExtraction(archive).to(temporary.resolve("goal"));
        }
        assertThat(temporary.resolve("goal/a/b.txt")).hasContent("x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "/etc/passwd|ABSOLUTE_PATH",
                "\\Windows\\x.dll|ABSOLUTE_PATH",
                "../x|PATH_ESCAPES",
                "a/../../x|PATH_ESCAPES",
                "a/./x|PATH_ESCAPES",
                "..|PATH_ESCAPES",
                "C:/x|DRIVE_LETTER",
                "c:x|DRIVE_LETTER",
                "C:|DRIVE_LETTER",
                "//server/share/x|NETWORK_PATH",
                "\\\\server\\share\\x|NETWORK_PATH",
                "CON|DEVICE_NAME",
                "a/nul.txt|DEVICE_NAME",
                "a/Com1.log/x|DEVICE_NAME",
                "LPT\u00b9|DEVICE_NAME",
                "a/x.|TRAILING_DOT_OR_SPACE",
                "a /x|TRAILING_DOT_OR_SPACE",
                "a/x:s|UNNAMED_STREAM",
                "ab:s|UNNAMED_STREAM",
                "a\\b|BAD_NAME",
                "a//b|BAD_NAME",
                "a/|BAD_NAME",
                "a*|BAD_NAME",
                "a\u0001b|BAD_NAME",
                ".wh.x|BAD_NAME",
                "a/b|MISSING_PARENT"
            })
    void a_file_of_a_bad_name_is_refused(String path, ArchiveFault fault) throws IOException {
        refused(fault, new HostileArchive().file(path));
    }

    static Stream<Object[]> sequences() {
        return Stream.of(
                row(ArchiveFault.DUPLICATE_PATH, new HostileArchive().file("a").file("a")),
                row(
                        ArchiveFault.CASE_COLLISION,
                        new HostileArchive().file("Read.me").file("rEAD.ME")),
                row(
                        ArchiveFault.CASE_COLLISION,
                        new HostileArchive().file("\u00e9").file("\u00c9")),
                row(
                        ArchiveFault.CASE_COLLISION,
                        new HostileArchive().folder("a").file("A/x")),
                row(ArchiveFault.MISSING_PARENT, new HostileArchive().file("a").file("a/b")),
                row(ArchiveFault.ENTRY_ORDER, new HostileArchive().file("b").file("a")),
                row(ArchiveFault.MISSING_PARENT, new HostileArchive().with("aa:s", EntryKind.STREAM, "x")),
                row(
                        ArchiveFault.MISSING_PARENT,
                        new HostileArchive()
                                .with(".wh.a", EntryKind.WHITEOUT, "")
                                .with(".wh.a:s", EntryKind.STREAM, "x")),
                row(ArchiveFault.BAD_NAME, new HostileArchive().file("aa").with("aa:b:c", EntryKind.STREAM, "x")),
                row(ArchiveFault.BAD_NAME, new HostileArchive().file("aa").with("aa:", EntryKind.STREAM, "x")),
                row(ArchiveFault.BAD_NAME, new HostileArchive().with("gone", EntryKind.WHITEOUT, "")),
                row(ArchiveFault.BAD_NAME, new HostileArchive().file("a".repeat(256))));
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void entries_that_can_not_stand_together_are_refused(ArchiveFault fault, HostileArchive archive)
            throws IOException {
        refused(fault, archive);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\":\"file\"|\"kind\":\"symlink\"|LINK",
                "\"path\":\"abc\"|\"path\":\"a\\ud800c\"|BAD_NAME",
                "\"size\":1|\"size\":2|MERKLE_MISMATCH",
                "\"size\":1|\"size\":-1|MANIFEST_INVALID",
                "\"size\":1|\"size\":1.5|MANIFEST_INVALID",
                "\"size\":1|\"size\":99999999999999999999999|MANIFEST_INVALID",
                "\"offset\":0|\"offset\":512|SIZE_MISMATCH",
                "\"payloadSize\":2048|\"payloadSize\":4096|SIZE_MISMATCH",
                "\"payloadSize\":2048|\"payloadSize\":9223372036854775807|MEMBER_HEADER",
                "\"formatVersion\":1|\"formatVersion\":2|NEWER_FORMAT",
                "\"formatVersion\":1|\"formatVersion\":\"1\"|MANIFEST_INVALID",
                "\"id\":\"hostile\"|\"id\":7|MANIFEST_INVALID",
                "\"id\":\"hostile\"|\"id\":\"x\",\"id\":\"y\"|MANIFEST_INVALID",
                "1970-01-01T00:00:00Z|1970-01-01T00:00:00.00000001Z|MANIFEST_INVALID",
                "1970-01-01T00:00:00Z|+1000000000-01-01T00:00:00Z|MANIFEST_INVALID",
                "\"entries\":[|\"entries\":[[[[[[[[[[[|MANIFEST_INVALID",
                "\"entries\":[|\"entries\":[7,|MANIFEST_INVALID",
                "{\"formatVersion\"|[\"formatVersion\"|MANIFEST_INVALID"
            })
    void a_manifest_that_lies_is_refused(String part, String lie, ArchiveFault fault) throws IOException {
        refused(fault, new HostileArchive().file("abc").manifest(text -> {
                    assertThat(text).contains(part);
                    return text.replace(part, lie);
                }));
    }

    static Stream<Object[]> payloads() {
        return Stream.of(
                row(ArchiveFault.LINK, abc().tar(tar -> set(tar, 156, '2'))),
                row(ArchiveFault.LINK, abc().tar(tar -> set(tar, 156, '1'))),
                row(ArchiveFault.PAYLOAD_MISMATCH, abc().tar(tar -> set(tar, 0, '.'))),
                row(ArchiveFault.SIZE_MISMATCH, abc().tar(tar -> set(tar, 134, '7'))),
                row(ArchiveFault.CONTENT_MISMATCH, abc().tar(tar -> set(tar, 512, 'y'))),
                row(ArchiveFault.PAYLOAD_MISMATCH, abc().tar(tar -> set(tar, 513, 'y'))),
                row(ArchiveFault.PAYLOAD_MISMATCH, abc().tar(tar -> set(tar, 2047, 'y'))),
                row(ArchiveFault.FRAME_DAMAGED, abc().frame(plain -> Arrays.copyOf(plain, 64 << 20))),
                row(ArchiveFault.FRAME_DAMAGED, abc().frame(plain -> Arrays.copyOf(plain, plain.length - 1))),
                row(ArchiveFault.SIZE_MISMATCH, abc().table(table -> table.putInt(12, 4096))),
                row(ArchiveFault.SEEK_TABLE, abc().table(table -> table.putInt(8, table.getInt(8) + 1))),
                row(ArchiveFault.SEEK_TABLE, abc().table(table -> table.putInt(8, -1))),
                row(ArchiveFault.SEEK_TABLE, abc().table(table -> table.putInt(0, 7))),
                row(ArchiveFault.SEEK_TABLE, abc().table(table -> table.putInt(16, 2))));
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void a_payload_that_is_not_the_manifest_s_is_refused(ArchiveFault fault, HostileArchive archive)
            throws IOException {
        refused(fault, archive);
    }

    static Stream<Object[]> files() {
        return Stream.of(
                row(ArchiveFault.UNKNOWN_MEMBER, abc().members(all -> all.put("more.txt", new byte[1]))),
                row(
                        ArchiveFault.ENCRYPTED,
                        abc().members(all -> all.put("payload.tar.zst.aead", all.remove("payload.tar.zst")))),
                row(
                        ArchiveFault.MEMBER_ORDER,
                        abc().members(all -> all.put("manifest.json", all.remove("manifest.json")))),
                row(ArchiveFault.MEMBER_ORDER, abc().members(all -> all.put("manifest.json.p7s", new byte[9]))),
                row(ArchiveFault.MEMBER_ORDER, abc().members(all -> all.remove("payload.tar.zst"))),
                row(ArchiveFault.CHECKSUM_MISMATCH, abc().members(all -> all.put("SHA256SUMS", new byte[174]))),
                row(ArchiveFault.CHECKSUM_MISMATCH, abc().members(all -> all.put("SHA256SUMS", new byte[9999]))),
                row(ArchiveFault.TRAILING_DATA, abc().bytes(file -> Arrays.copyOf(file, file.length + 1))),
                row(ArchiveFault.TRUNCATED, abc().bytes(file -> Arrays.copyOf(file, file.length - 1))),
                row(ArchiveFault.NOT_AN_ARCHIVE, abc().bytes(file -> new byte[4096])),
                row(ArchiveFault.TRUNCATED, abc().bytes(file -> new byte[0])),
                row(ArchiveFault.MANIFEST_TOO_BIG, abc().bytes(HostileArchiveTest::hugeManifest)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_with_other_members_is_refused(ArchiveFault fault, HostileArchive archive) throws IOException {
        refused(fault, archive);
    }

    @Test
    void more_than_the_disk_can_hold_is_refused_before_anything_is_written() throws IOException {
        long room = Files.getFileStore(temporary).getUsableSpace();
        Path file = BombArchive.write(temporary.resolve("bomb.ctnr"), 2 * room);
        try (Archive archive = Archive.open(file)) {
            assertRefused(ArchiveFault.DISK_FULL, () -> new ArchiveExtraction(archive).to(temporary.resolve("goal")));
        }
    }

    private void refused(ArchiveFault fault, HostileArchive hostile) throws IOException {
        Path file = hostile.write(temporary.resolve("hostile.ctnr"));
        Path goal = temporary.resolve("goal");
        assertRefused(fault, () -> {
            try (Archive archive = Archive.open(file)) {
                new ArchiveExtraction(archive).to(goal);
            }
        });
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).containsExactly(file);
        }
    }

    private static void assertRefused(ArchiveFault fault, ThrowingCallable act) {
        ArchiveException refusal = assertThatExceptionOfType(ArchiveException.class)
                .isThrownBy(act)
                .actual();
        assertThat(refusal.fault()).as(refusal.getMessage()).isEqualTo(fault);
        assertThat(refusal.getMessage()).doesNotContainPattern("\\p{Cntrl}");
    }

    private static HostileArchive abc() {
        return new HostileArchive().file("abc");
    }

    private static Object[] row(ArchiveFault fault, HostileArchive archive) {
        return new Object[] {fault, archive};
    }

    private static byte[] set(byte[] bytes, int at, char value) {
        bytes[at] = (byte) value;
        return bytes;
    }

    private static byte[] hugeManifest(byte[] file) {
        System.arraycopy(Member.MANIFEST.header(1L << 32), 0, file, 0, 512);
        return file;
    }
}
