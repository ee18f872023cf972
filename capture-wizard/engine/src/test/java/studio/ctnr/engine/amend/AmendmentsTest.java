package studio.ctnr.engine.amend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.Progress;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.container.config.EntryPoint;
import studio.ctnr.container.config.Isolation;
import studio.ctnr.container.config.Isolation.Mode;
import studio.ctnr.container.config.Isolation.Rule;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.engine.projection.Projection;
import studio.ctnr.engine.projection.ProjectionSettings;
import studio.ctnr.engine.projection.RecordedChanges;
import studio.ctnr.engine.rules.RuleSet;
import studio.ctnr.engine.rules.Selection;

class AmendmentsTest {
    private static final KeyPath KEY = KeyPath.of("HKCU\\Software\\Vector");

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path file = folder.resolve("amendments.yml");
        List<RegistryValue> values = List.of(
                RegistryValue.text("", "C:\\x: \"y\" # é 日"),
                RegistryValue.expandable("a", "%APPDATA%"),
                RegistryValue.texts("b", List.of("one", "", "two")),
                RegistryValue.dword("c", -1),
                RegistryValue.qword("d", Long.MIN_VALUE),
                RegistryValue.binary("e", new byte[] {0, 1, (byte) 0xff}),
                new RegistryValue("f", 0x20, new byte[] {1}),
                new RegistryValue("g", 1, new byte[] {65}));
        Amendments amendments = Amendments.NONE.with(new Rule("C:\\ProgramData\\Vector\\**", Mode.ISOLATED));
        for (RegistryValue value : values) {
            amendments = amendments.with(KEY, value);
        }
        amendments.write(file);
        Amendments read = Amendments.read(file);

        for (RegistryValue value : values) {
            assertThat(read.value(KEY, value.name()).orElseThrow().sameContent(value))
                    .as(value.name())
                    .isTrue();
        }
        assertThat(read.isolation()).containsExactly(new Rule("C:\\ProgramData\\Vector\\**", Mode.ISOLATED));
    }

    @Test
    void nothingChangedIsNoFile() throws IOException {
        Path file = folder.resolve("amendments.yml");
        Amendments one = Amendments.NONE.with(KEY, RegistryValue.text("a", "b"));
        one.write(file);
        assertThat(file).exists();
        one.without(KEY, "A").write(file);
        assertThat(file).doesNotExist();
        assertThat(Amendments.read(file)).isEqualTo(Amendments.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                values: [{key: HKCU\\A, type: REG_SZ}]                    | one of text, texts, number and hex
                values: [{key: HKCU\\A, type: REG_SZ, text: a, hex: "00"}] | one of text, texts, number and hex
                values: [{key: HKCU\\A, type: REG_WRONG, text: a}]        | REG_WRONG is no registry type
                values: [{key: HKCU\\A, type: REG_DWORD, number: 4294967296}] | can't hold 4294967296
                values: [{key: HKCU\\A, type: REG_DWORD, number: x}]      | "x"
                values: [{type: REG_DWORD, number: 1}]                     | key
                isolation: [{path: 'C:\\A', mode: shared}]                | merged, isolated or host
                application: {title: x}                                    | title
                application: {name: ''}                                    | one line
                application: {entrypoints: [{name: A}]}                    | target
                application: {entrypoints: [{name: A, target: b, default: yes}]} | true or false
                application: {entrypoints: [{name: A, target: b}, {name: a, target: c}]} | two entry points
                application: {entrypoints: [{name: A, target: b, default: true}, {name: B, target: c, default: true}]} | at most
                other: 1                                                   | other
                """)
    void whatIsWrongIsNamedWithItsLine(String text, String told) throws IOException {
        Path file = folder.resolve("amendments.yml");
        Files.writeString(file, "# by hand\n" + text + "\n");
        assertThatThrownBy(() -> Amendments.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("amendments.yml:2")
                .hasMessageContaining(told);
    }

    @Test
    void aContainerHasTheChangedValueAndTheRuleAndTheCaptureStaysAsItWas() throws IOException {
        RecordedChanges captured = new RecordedChanges(folder.resolve("content"))
                .file("C:\\Program Files\\Vector\\a.txt", "a")
                .string("HKCU\\Software\\Vector", "Server", "http://capture.example")
                .string("HKCU\\Software\\Vector", "Other", "stays");
        Amendments amendments = Amendments.NONE
                .with(KEY, RegistryValue.text("server", "https://live.example"))
                .with(KEY, RegistryValue.text("Not captured", "x"))
                .with(new Rule("%USERPROFILE%\\Documents\\**", Mode.MERGED))
                .with(new Rule("HKCU\\Software\\Vector\\**", Mode.ISOLATED));
        Path goal = folder.resolve("vector");
        Projection.project(
                Selection.of(captured, RuleSet.bundled()),
                ProjectionSettings.DEFAULT.amendments(amendments),
                goal,
                Progress.NONE);

        HiveKey key = Hive.read(new ContainerFolder(goal).hkcuHive())
                .root()
                .find("Software\\Vector")
                .orElseThrow();
        assertThat(key.value("Server"))
                .hasValueSatisfying(
                        value -> assertThat(value.sameContent(RegistryValue.text("", "https://live.example")))
                                .isTrue());
        assertThat(key.value("Other").orElseThrow().sameContent(RegistryValue.text("", "stays")))
                .isTrue();
        assertThat(key.value("Not captured")).isEqualTo(Optional.empty());
        Isolation isolation = ConfigDocument.load(goal.resolve("config.yml")).isolation();
        assertThat(isolation.filesystem())
                .contains(new Rule("%USERPROFILE%\\Documents\\**", Mode.MERGED))
                .doesNotContain(new Rule("%USERPROFILE%\\Documents\\**", Mode.HOST))
                .contains(new Rule("%USERPROFILE%\\Desktop\\**", Mode.HOST));
        assertThat(isolation.registry()).containsExactly(new Rule("HKCU\\Software\\Vector\\**", Mode.ISOLATED));
    }

    private static final Described SAID = new Described(
            Optional.of("vector.own"),
            Optional.of("Vector: \"own\""),
            Optional.of("7.0"),
            Optional.of(""),
            Optional.of("Draws"),
            Optional.of("bin/icons/one.ico"),
            Optional.of(List.of(
                    new EntryPoint(
                            "Second",
                            "%CONTAINER_PROGRAMFILES%\\Vector\\b.exe",
                            Optional.of("--safe"),
                            Optional.of("%CONTAINER_PROGRAMFILES%\\Vector"),
                            Optional.of("%CONTAINER_ROOT%\\bin\\icons\\two.ico"),
                            true),
                    new EntryPoint(
                            "First",
                            "%CONTAINER_PROGRAMFILES%\\Vector\\a.txt",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            false))));

    @Test
    void whatIsSaidOfTheApplicationIsReadAsWritten() throws IOException {
        Path file = folder.resolve("amendments.yml");
        Amendments.NONE.with(SAID).write(file);
        assertThat(Amendments.read(file).application()).isEqualTo(SAID);

        Described none = new Described(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of()));
        Amendments.NONE.with(none).write(file);
        assertThat(Amendments.read(file).application()).isEqualTo(none);
    }

    @Test
    void aContainerSaysWhatTheEngineerSaysAndHasItsIcons() throws IOException {
        RecordedChanges captured = new RecordedChanges(folder.resolve("content"))
                .file("C:\\Program Files\\Vector\\a.txt", "a")
                .string(
                        "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Vector",
                        "DisplayName",
                        "Found name")
                .string(
                        "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Vector",
                        "Publisher",
                        "Found publisher");
        Path icons = Files.createDirectories(folder.resolve("icons"));
        Files.writeString(icons.resolve("one.ico"), "1");
        Files.writeString(icons.resolve("two.ico"), "2");
        Files.writeString(icons.resolve("unused.ico"), "3");
        Path goal = folder.resolve("vector");
        Projection.project(
                Selection.of(captured, RuleSet.bundled()),
                ProjectionSettings.DEFAULT.amendments(Amendments.NONE.with(SAID), icons),
                goal,
                Progress.NONE);

        ContainerConfig config = ConfigDocument.load(goal.resolve("config.yml"));
        assertThat(config.id()).isEqualTo("vector.own");
        assertThat(config.name()).isEqualTo("Vector: \"own\"");
        assertThat(config.version()).isEqualTo("7.0");
        assertThat(config.publisher()).isEmpty();
        assertThat(config.description()).contains("Draws");
        assertThat(config.icon()).contains("bin/icons/one.ico");
        assertThat(config.entrypoints()).isEqualTo(SAID.entrypoints().orElseThrow());
        assertThat(goal.resolve("bin/icons")).isDirectoryContaining("glob:**/one.ico");
        assertThat(goal.resolve("bin/icons/two.ico")).hasContent("2");
        assertThat(goal.resolve("bin/icons/unused.ico")).doesNotExist();
    }
}
