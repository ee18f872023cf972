package studio.ctnr.container.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigDocumentTest {
    @Test
    void theNormsExampleIsRead() throws IOException {
        ContainerConfig config = Samples.chrome().config("config.yml");
        assertThat(config.id()).isEqualTo("chrome-beta-118");
        assertThat(config.runtime().registry()).isEqualTo(RuntimeConfig.RegistryHook.MIXED);
        assertThat(config.env()).containsExactly(new EnvironmentVariable("APPDATA", "%CONTAINER_APPDATA%"));
        assertThat(config.services().getFirst().mode()).isEqualTo(ServiceConfig.Mode.STUB);
        assertThat(config.security()).isEqualTo(new SecurityConfig(true, SecurityConfig.Encryption.AES_GCM_256));
        assertThat(config.publisher()).hasValue("Google");
        assertThat(config.defaultEntryPoint())
                .map(EntryPoint::target)
                .hasValue("C:\\Program Files\\Chrome\\chrome.exe");
        assertThat(config.isolation().effectiveFilesystem())
                .contains(new Isolation.Rule("%USERPROFILE%\\Work\\**", Isolation.Mode.HOST))
                .contains(new Isolation.Rule("%USERPROFILE%\\Documents\\**", Isolation.Mode.HOST));
    }

    @Test
    void whatIsNotSaidHasItsDefault() throws IOException {
        ContainerConfig config =
                ConfigDocument.parse("{id: a, name: A, version: '1'}", "x").config("x");
        assertThat(config).isEqualTo(ContainerConfig.builder("a", "A", "1").build());
    }

    @Test
    void aNewFileSaysWhatTheConfigurationSays() throws IOException {
        ContainerConfig config = Samples.chrome().config("x");
        ConfigDocument created = ConfigDocument.create(config);
        assertThat(created.problems()).isEmpty();
        assertThat(ConfigDocument.parse(created.text(), "x").config("x")).isEqualTo(config);
    }

    @Test
    void anEditLeavesEveryOtherByteAlone() throws IOException {
        assertThat(Samples.chrome().set("id", "chrome-119").text())
                .isEqualTo(Samples.CHROME.replace("\"chrome-beta-118\" ", "\"chrome-119\" "));
        assertThat(Samples.chrome().set("publisher", "Google's").text())
                .isEqualTo(Samples.CHROME.replace("'Google'", "'Google''s'"));
        assertThat(Samples.chrome().set("entrypoints[0].default", false).text())
                .isEqualTo(Samples.CHROME.replace("default: true", "default: false"));
    }

    @Test
    void whatIsNewGoesWhereItBelongs() throws IOException {
        assertThat(Samples.chrome().set("services[0].mode", "shared").text())
                .isEqualTo(Samples.CHROME.replace("# plus mode\n", "# plus mode\n    mode: \"shared\"\n"));
        assertThat(Samples.chrome().set("homepage", "https://x.org").text())
                .isEqualTo(Samples.CHROME.replace("'Google'\n", "'Google'\nhomepage: \"https://x.org\"\n"));
        assertThat(Samples.chrome()
                        .add("env", Map.of("key", "no"))
                        .set("hashes.root", "00")
                        .text())
                .isEqualTo(Samples.CHROME
                        .replace("services:", "  - key: \"no\"\nservices:")
                        .replace("mode: host}]\n", "mode: host}]\nhashes:\n  root: \"00\"\n"));
    }

    @Test
    void theLastItemLeavesAnEmptyList() throws IOException {
        String text = Samples.chrome().remove("env[0]").text();
        assertThat(text)
                .isEqualTo(Samples.CHROME.replace(
                        "env:\n  - key: \"APPDATA\"\n    value: \"%CONTAINER_APPDATA%\"\n", "env: []\n"));
    }

    @Test
    void valuesAreQuotedWhereYamlNeedsIt() throws IOException {
        String plain = "id: a\nname: A\nversion: b\nx: c\n";
        for (String value :
                List.of("no", "1.0", "*x", "a: b", "a # b", "", " a", "~", "C:\\x", "\u0007", "- a", "2001-01-01")) {
            ConfigDocument edited = ConfigDocument.parse(plain, "x").set("name", value);
            assertThat(ConfigDocument.parse(edited.text(), "x").get("name")).hasValue(value);
            assertThat(edited.text()).matches("(?s).*name: (\".*\"|C:.x)\n.*");
        }
    }

    @Test
    void byteOrderMarkAndLineEndsStay() throws IOException {
        ConfigDocument document = ConfigDocument.parse("\ufeffid: a\r\nname: \"A\"\r\nversion: \"1\"\r\n", "x");
        assertThat(document.problems()).isEmpty();
        assertThat(document.set("runtime.build", "r@1").text())
                .isEqualTo("\ufeffid: a\r\nname: \"A\"\r\nversion: \"1\"\r\nruntime:\r\n  build: \"r@1\"\r\n");
    }

    @Test
    void whatCanNotBeEditedIsSaidAndNothingChanges() throws IOException {
        ConfigDocument aliased = ConfigDocument.parse("a: &x {k: 1}\nb: *x\n", "x");
        assertThatThrownBy(() -> aliased.set("b.k", 2)).hasMessageContaining("line 1 under an anchor");
        assertThatThrownBy(() -> aliased.remove("a")).hasMessageContaining("edit it by hand");
        assertThatThrownBy(() -> Samples.chrome().set("id.x", "1")).hasMessageContaining("a single value");
        assertThatThrownBy(() -> Samples.chrome().set("env[3].key", "A")).hasMessageContaining("[1]");
        assertThatThrownBy(() -> Samples.chrome().set("env[x]", "A")).hasMessageContaining("character 4");
        assertThatThrownBy(() -> Samples.chrome().remove("nothing")).hasMessageContaining("there is no nothing");
        assertThatThrownBy(() -> Samples.chrome().add("id", "x")).hasMessageContaining("not a list");
    }

    @Test
    void aFileIsReplacedInOneStep(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("config.yml"), Samples.CHROME);
        ConfigDocument.read(file).set("name", "Ünï").write(file);
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).contains("name: \"Ünï\"");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }
}
