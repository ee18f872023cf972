package studio.ctnr.container.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproducibleArchiveTest {
    @TempDir
    private Path temporary;

    @Test
    void neither_threads_nor_the_order_of_creation_nor_permissions_nor_the_locale_change_a_byte() throws IOException {
        Path folder = SampleContainer.create(temporary.resolve("one"));
        Path first = build(folder, "first", 1);
        assertThat(Files.mismatch(first, build(folder, "two", 2))).isEqualTo(-1);
        assertThat(Files.mismatch(first, build(folder, "seven", 7))).isEqualTo(-1);

        Path other = SampleContainer.create(temporary.resolve("other"), true);
        restrictPermissions(other);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            assertThat(Files.mismatch(first, build(other, "other", 3))).isEqualTo(-1);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void what_does_count_changes_the_bytes() throws IOException {
        Path folder = SampleContainer.create(temporary.resolve("one"));
        Path first = build(folder, "first", 2);
        Files.delete(folder.resolve("logs"));
        assertThat(Files.mismatch(first, build(folder, "second", 2))).isNotNegative();
    }

    private Path build(Path folder, String name, int threads) throws IOException {
        Path file = temporary.resolve(name + ".ctnr");
        new ArchiveBuilder(SampleContainer.INFO).threads(threads).build(folder, file);
        return file;
    }

    /** As an umask of 077 would have made them. */
    private static void restrictPermissions(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                var permissions = Files.getPosixFilePermissions(file);
                permissions.retainAll(PosixFilePermissions.fromString("rwx------"));
                Files.setPosixFilePermissions(file, permissions);
            }
        }
    }
}
