package studio.ctnr.container.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.DosFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.Progress;
import studio.ctnr.container.SampleLinks;
import studio.ctnr.container.archive.manifest.ArchiveException;
import studio.ctnr.container.archive.manifest.ArchiveFault;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.EntryKind;
import studio.ctnr.container.archive.manifest.Manifest;

class ArchiveRoundTripTest {
    @TempDir
    private static Path shared;

    @TempDir
    private Path temporary;

    private static Path folder;
    private static Path file;
    private static Manifest built;

    @BeforeAll
    static void build() throws IOException {
        folder = SampleContainer.create(shared.resolve("sample"));
        file = shared.resolve("sample.ctnr");
        built = new ArchiveBuilder(SampleContainer.INFO).build(folder, file);
    }

    @Test
    void what_is_read_is_what_was_written() throws IOException {
        try (Archive archive = Archive.open(file)) {
            assertThat(archive.manifest()).isEqualTo(built);
            assertThat(archive.manifest().info()).isEqualTo(SampleContainer.INFO);
            assertThat(archive.isSigned()).isFalse();
            assertThat(archive.verify(Progress.NONE).damages()).isEmpty();
        }
    }

    @Test
    void every_content_can_be_read_by_itself() throws IOException {
        try (Archive archive = Archive.open(file)) {
            for (Map.Entry<String, byte[]> wanted : SampleContainer.content().entrySet()) {
                Entry entry = archive.manifest().find(wanted.getKey()).orElseThrow();
                if (entry.kind().hasContent()) {
                    try (InputStream in = archive.read(wanted.getKey())) {
                        assertThat(in.readAllBytes()).as(wanted.getKey()).isEqualTo(wanted.getValue());
                    }
                }
            }
        }
    }

    @Test
    void a_path_is_found_as_windows_finds_it() throws IOException {
        try (Archive archive = Archive.open(file);
                InputStream in = archive.read("USER\\appdata\\roaming\\Hidden.INI")) {
            assertThat(in.readAllBytes()).asString().isEqualTo("[x]\n");
        }
    }

    @Test
    void kinds_times_and_attributes_are_in_the_manifest() {
        assertThat(entry("rootfs/ProgramFiles/App/.wh.gone.dll").kind()).isEqualTo(EntryKind.WHITEOUT);
        assertThat(entry("rootfs/ProgramFiles/App/setup.exe:Zone.Identifier").kind())
                .isEqualTo(EntryKind.STREAM);
        assertThat(entry("temp").kind()).isEqualTo(EntryKind.FOLDER);
        assertThat(entry("user/AppData/Roaming/hidden.ini").attributes()).isEqualTo(0x26);
        assertThat(entry("rootfs/ProgramFiles/App/app.exe").attributes()).isEqualTo(0x01);
        assertThat(entry("config.yml").modified()).isEqualTo(SampleContainer.TIME);
    }

    private static Entry entry(String path) {
        return built.find(path).orElseThrow();
    }

    @Test
    void an_extracted_folder_makes_the_same_archive_again() throws IOException {
        Path goal = temporary.resolve("again");
        extract(file, goal, false);
        Path second = temporary.resolve("again.ctnr");
        new ArchiveBuilder(SampleContainer.INFO).build(goal, second);
        assertThat(Files.mismatch(file, second)).isEqualTo(-1);
    }

    @Test
    void an_extracted_folder_has_every_byte_time_and_attribute() throws IOException {
        Path goal = temporary.resolve("out");
        extract(file, goal, false);
        for (Map.Entry<String, byte[]> wanted : SampleContainer.content().entrySet()) {
            Path path = goal.resolve(wanted.getKey());
            if (wanted.getValue() == null) {
                assertThat(path).isEmptyDirectory();
            } else {
                assertThat(path).hasBinaryContent(wanted.getValue());
            }
        }
        assertThat(Files.getLastModifiedTime(goal.resolve(SampleContainer.DEEP)).toInstant())
                .isEqualTo(SampleContainer.TIME);
        Path readOnly = goal.resolve("rootfs/ProgramFiles/App/app.exe");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(readOnly)))
                .doesNotContain("w");
        var dos = Files.readAttributes(goal.resolve("user/AppData/Roaming/hidden.ini"), DosFileAttributes.class);
        assertThat(dos.isHidden() && dos.isSystem() && dos.isArchive() && !dos.isReadOnly())
                .isTrue();
    }

    @Test
    void nothing_is_replaced_unless_asked_to() throws IOException {
        Path goal = Files.createDirectory(temporary.resolve("taken"));
        Files.writeString(goal.resolve("mine"), "mine");
        refused(ArchiveFault.GOAL_EXISTS, () -> extract(file, goal, false));
        assertThat(goal.resolve("mine")).hasContent("mine");
        extract(file, goal, true);
        assertThat(goal.resolve("mine")).doesNotExist();
        assertThat(goal.resolve("config.yml")).exists();
        assertOnlyHolds("taken");

        Path archive = Files.writeString(temporary.resolve("old.ctnr"), "old");
        refused(ArchiveFault.GOAL_EXISTS, () -> new ArchiveBuilder(SampleContainer.INFO).build(folder, archive));
        assertThat(archive).hasContent("old");
        new ArchiveBuilder(SampleContainer.INFO).replace(true).build(folder, archive);
        assertThat(Files.mismatch(archive, file)).isEqualTo(-1);
        assertOnlyHolds("taken", "old.ctnr");
    }

    @Test
    void a_link_of_the_applications_is_a_name_and_its_marker() throws IOException {
        Path container = SampleContainer.create(temporary.resolve("with-link"));
        String marker = "rootfs/ProgramFiles/App/.wh..wh.lnk.current";
        byte[] content = SampleLinks.junction("\\??\\C:\\Program Files\\App\\1.2");
        Files.createDirectory(container.resolve("rootfs/ProgramFiles/App/current"));
        Files.write(container.resolve(marker), content);
        Path archive = temporary.resolve("with-link.ctnr");
        Manifest manifest = new ArchiveBuilder(SampleContainer.INFO).build(container, archive);
        assertThat(manifest.find(marker).orElseThrow().kind()).isEqualTo(EntryKind.FILE);
        Path goal = temporary.resolve("with-link-out");
        extract(archive, goal, false);
        assertThat(goal.resolve(marker)).hasBinaryContent(content);
        assertThat(goal.resolve("rootfs/ProgramFiles/App/current")).isEmptyDirectory();
    }

    @Test
    void a_link_in_the_folder_is_refused_by_name() throws IOException {
        Path container = Files.createDirectory(temporary.resolve("linked"));
        Files.writeString(container.resolve("config.yml"), "id: x");
        Files.createSymbolicLink(container.resolve("shortcut"), Path.of("/etc/passwd"));
        var refusal = refused(
                ArchiveFault.LINK,
                () -> new ArchiveBuilder(SampleContainer.INFO).build(container, temporary.resolve("x.ctnr")));
        assertThat(refusal).hasMessageContaining("\"shortcut\" is a link");
        assertOnlyHolds("linked");
    }

    @Test
    void case_twins_in_the_folder_are_refused_and_both_named() throws IOException {
        Path container = Files.createDirectory(temporary.resolve("twins"));
        Files.writeString(container.resolve("config.yml"), "id: x");
        Files.createDirectories(container.resolve("rootfs/Dir"));
        Files.writeString(container.resolve("rootfs/DIR"), "x");
        var refusal = refused(
                ArchiveFault.CASE_COLLISION,
                () -> new ArchiveBuilder(SampleContainer.INFO).build(container, temporary.resolve("x.ctnr")));
        assertThat(refusal).hasMessageContaining("rootfs/DIR").hasMessageContaining("rootfs/Dir\"");
    }

    @Test
    void a_folder_without_config_is_no_container() {
        refused(
                ArchiveFault.NOT_FOUND,
                () -> new ArchiveBuilder(SampleContainer.INFO).build(temporary, temporary.resolve("x.ctnr")));
    }

    @Test
    void two_archives_are_compared_by_their_manifests() throws IOException {
        Path other = SampleContainer.create(temporary.resolve("other"));
        Files.delete(other.resolve("rootfs/ProgramFiles/App/empty.txt"));
        Files.writeString(other.resolve("rootfs/new.txt"), "new");
        Files.writeString(other.resolve("config.yml"), "id: changed");
        Manifest changed = new ArchiveBuilder(SampleContainer.INFO).build(other, temporary.resolve("other.ctnr"));
        ArchiveDifference difference = ArchiveDifference.between(built, changed);
        assertThat(difference.added()).extracting(Entry::path).containsExactly("rootfs/new.txt");
        assertThat(difference.removed()).extracting(Entry::path).containsExactly("rootfs/ProgramFiles/App/empty.txt");
        assertThat(difference.changed())
                .extracting(change -> change.after().path())
                .containsExactly("config.yml");
        assertThat(ArchiveDifference.between(built, built).isNone()).isTrue();
    }

    private void assertOnlyHolds(String... names) throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder(names);
        }
    }

    static void extract(Path archive, Path goal, boolean replace) throws IOException {
        try (Archive open = Archive.open(archive)) {
            new ArchiveExtraction(open).replace(replace).to(goal);
        }
        assertThat(Files.isDirectory(goal, LinkOption.NOFOLLOW_LINKS)).isTrue();
    }

    static ArchiveException refused(ArchiveFault fault, ThrowingCallable act) {
        ArchiveException refusal = assertThatExceptionOfType(ArchiveException.class)
                .isThrownBy(act)
                .actual();
        assertThat(refusal.fault()).as(refusal.getMessage()).isEqualTo(fault);
        return refusal;
    }
}
