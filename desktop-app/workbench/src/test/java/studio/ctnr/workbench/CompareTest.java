package studio.ctnr.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.archive.ArchiveBuilder;
import studio.ctnr.container.archive.manifest.ArchiveInfo;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.hive.KeptDescriptor;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.workbench.compare.Change;
import studio.ctnr.workbench.compare.Comparison;
import studio.ctnr.workbench.compare.ContainerHives;
import studio.ctnr.workbench.compare.FileDifference;
import studio.ctnr.workbench.compare.RegistryDifference;
import studio.ctnr.workbench.compare.SettingDifference;
import studio.ctnr.workbench.life.ImportService.Way;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.WorkbenchException;

@Timeout(300)
class CompareTest {
    @TempDir
    private Path temporary;

    private Workbench workbench;
    private Path first;
    private Path second;

    @BeforeEach
    void open() throws Exception {
        workbench = Workbench.open(new WorkbenchPlace(temporary.resolve("state")), Optional.empty(), Clock.systemUTC());
        first = Samples.container(temporary.resolve("first"), "alpha");
        second = Samples.container(temporary.resolve("second"), "alpha");
        hive(first, "Software\\App", "one");
        hive(second, "Software\\App", "one");
    }

    @AfterEach
    void close() throws Exception {
        workbench.close();
    }

    private static void hive(Path folder, String key, String data) throws Exception {
        Path file = new ContainerFolder(folder).hkcuHive();
        Hive hive = Files.exists(file) ? Hive.read(file) : Hive.empty();
        hive.root().findOrCreate(key).put(RegistryValue.text("Data", data));
        hive.write(file);
    }

    private Comparison compare(Object one, Object other) throws Exception {
        return workbench
                .comparing()
                .compare(one.toString(), other.toString(), Samples.CALLER)
                .await();
    }

    @Test
    void containers_that_are_alike_have_no_differences() throws Exception {
        Samples.write(second.resolve("logs/events.log"), "{}");
        assertThat(compare(first, second).isSame()).isTrue();
    }

    @Test
    void files_differ_by_content_time_and_presence() throws Exception {
        Samples.write(second.resolve("rootfs/ProgramFiles/App/app.exe"), "another program");
        Samples.write(first.resolve("rootfs/only first.txt"), "x");
        Samples.write(second.resolve("rootfs/only second.txt"), "x");
        Path touched = second.resolve("user/AppData/Roaming/App/settings.ini");
        Files.setLastModifiedTime(touched, FileTime.from(Instant.EPOCH));
        Comparison comparison = compare(first, second);
        assertThat(comparison.files())
                .extracting(FileDifference::path, FileDifference::change, FileDifference::content)
                .containsExactly(
                        tuple("rootfs/only first.txt", Change.REMOVED, true),
                        tuple("rootfs/only second.txt", Change.ADDED, true),
                        tuple("rootfs/ProgramFiles/App/app.exe", Change.CHANGED, true),
                        tuple("user/AppData/Roaming/App/settings.ini", Change.CHANGED, false));
        assertThat(comparison.registry()).isEmpty();
    }

    @Test
    void the_registry_differs_by_values_and_keys() throws Exception {
        hive(second, "Software\\App", "two");
        hive(second, "Software\\New", "x");
        RegistryValue one = RegistryValue.text("Data", "one");
        RegistryValue two = RegistryValue.text("Data", "two");
        Comparison comparison = compare(first, second);
        assertThat(comparison.registry())
                .containsExactly(
                        new RegistryDifference(
                                "HKCU\\Software\\App",
                                Optional.of("Data"),
                                Change.CHANGED,
                                Optional.of(one),
                                Optional.of(two)),
                        new RegistryDifference(
                                "HKCU\\Software\\New",
                                Optional.empty(),
                                Change.ADDED,
                                Optional.empty(),
                                Optional.empty()),
                        new RegistryDifference(
                                "HKCU\\Software\\New",
                                Optional.of("Data"),
                                Change.ADDED,
                                Optional.empty(),
                                Optional.of(RegistryValue.text("Data", "x"))));
        assertThat(comparison.files()).isEmpty();
    }

    @Test
    void permissions_that_an_application_set_are_a_fact_of_the_key() throws Exception {
        RegistryValue one = kept("D:(A;;KA;;;BA)");
        RegistryValue two = kept("D:(A;;KR;;;BU)");
        put(first, "Software\\App", one);
        put(second, "Software\\App", two);
        put(first, "Software\\Same", one);
        put(second, "Software\\Same", one);
        put(first, "Software\\Only", one);
        hive(second, "Software\\Only", "x");
        put(second, "Software\\New", two);

        List<RegistryDifference> found = compare(first, second).registry();
        assertThat(found)
                .extracting(
                        RegistryDifference::key,
                        RegistryDifference::value,
                        RegistryDifference::change,
                        RegistryDifference::isOfPermissions,
                        RegistryDifference::before,
                        RegistryDifference::after)
                .containsExactlyInAnyOrder(
                        tuple(
                                "HKCU\\Software\\App",
                                Optional.empty(),
                                Change.CHANGED,
                                true,
                                Optional.of(one),
                                Optional.of(two)),
                        tuple(
                                "HKCU\\Software\\Only",
                                Optional.empty(),
                                Change.CHANGED,
                                true,
                                Optional.of(one),
                                Optional.empty()),
                        tuple(
                                "HKCU\\Software\\Only",
                                Optional.of("Data"),
                                Change.ADDED,
                                false,
                                Optional.empty(),
                                Optional.of(RegistryValue.text("Data", "x"))),
                        tuple(
                                "HKCU\\Software\\New",
                                Optional.empty(),
                                Change.ADDED,
                                false,
                                Optional.empty(),
                                Optional.of(two)));
    }

    private static RegistryValue kept(String sddl) {
        byte[] data = (sddl + "\0").getBytes(StandardCharsets.UTF_16LE);
        return new RegistryValue(KeptDescriptor.NAME, KeptDescriptor.VALUE_TYPE, data);
    }

    private static void put(Path folder, String key, RegistryValue value) throws Exception {
        Path file = new ContainerFolder(folder).hkcuHive();
        Hive hive = Hive.read(file);
        hive.root().findOrCreate(key).put(value);
        hive.write(file);
    }

    @Test
    void settings_differ_by_what_names_them() throws Exception {
        Path config = second.resolve("config.yml");
        ConfigDocument.read(config)
                .set("version", "2.0")
                .set("entrypoints[0].target", "C:\\x.exe")
                .set("homepage", "https://example.org")
                .write(config);
        assertThat(compare(first, second).settings())
                .containsExactly(
                        new SettingDifference(
                                "entrypoints[App].target",
                                Change.CHANGED,
                                Optional.of("%ProgramFiles%\\App\\app.exe"),
                                Optional.of("C:\\x.exe")),
                        new SettingDifference(
                                "homepage", Change.ADDED, Optional.empty(), Optional.of("https://example.org")),
                        new SettingDifference("version", Change.CHANGED, Optional.of("1.0"), Optional.of("2.0")));
    }

    @Test
    void a_folder_an_archive_a_container_of_the_inventory_and_its_snapshot_can_be_compared() throws Exception {
        Path archive = temporary.resolve("first.ctnr");
        new ArchiveBuilder(new ArchiveInfo("alpha", "A", "1.0", "test", "")).build(first, archive);
        assertThat(compare(first, archive).isSame()).isTrue();
        var container = workbench
                .importing()
                .take(archive, Way.COPY, Optional.empty(), Samples.CALLER)
                .await();
        workbench.snapshots().create("alpha", "clean", Samples.CALLER).await();
        hive(container.folder(), "Software\\App", "two");
        assertThat(compare(archive, "alpha@clean").isSame()).isTrue();
        Comparison comparison = compare("alpha@clean", "alpha");
        assertThat(comparison.registry()).hasSize(1);
        assertThat(comparison.first().source()).isEqualTo("alpha@clean");
        assertThat(comparison.second().name()).isEqualTo("App alpha");
        assertThatExceptionOfType(WorkbenchException.class)
                .isThrownBy(() -> compare("alpha", "none"))
                .matches(failure -> failure.is(ProblemCode.NOT_FOUND));
    }

    @Test
    void the_hives_of_whatever_can_be_compared_are_read() throws Exception {
        Path archive = temporary.resolve("first.ctnr");
        new ArchiveBuilder(new ArchiveInfo("alpha", "A", "1.0", "test", "")).build(first, archive);
        workbench
                .importing()
                .take(archive, Way.COPY, Optional.empty(), Samples.CALLER)
                .await();
        workbench.snapshots().create("alpha", "clean", Samples.CALLER).await();
        hive(second, "Software\\App", "two");
        for (String source : List.of(first.toString(), archive.toString(), "alpha", "alpha@clean")) {
            assertThat(ContainerHives.differences(hives(source), hives(second.toString())))
                    .as(source)
                    .extracting(RegistryDifference::key, RegistryDifference::change)
                    .containsExactly(tuple("HKCU\\Software\\App", Change.CHANGED));
        }
    }

    private Map<String, Hive> hives(String source) throws Exception {
        return workbench.comparing().hives(source, Samples.CALLER).await();
    }
}
