package studio.ctnr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.ContainerFolder;

class ConfigCommandTest {
    private static final String TEXT = """
            id: app        # short
            name: 'App'
            version: "1"
            entrypoints:
              - {name: App, target: 'C:\\Program Files\\App\\App.exe'}
            """;

    @TempDir
    Path temp;

    private Path folder;
    private Path file;

    @BeforeEach
    void makeAContainer() throws IOException {
        ContainerFolder container = ContainerFolder.create(temp.resolve("app"));
        folder = container.root();
        file = Files.writeString(container.config(), TEXT);
        Path program = container.rootfs().resolve("ProgramFiles/App/app.exe");
        Files.createDirectories(program.getParent());
        Files.createFile(program);
    }

    @Test
    void getShowsASettingBare() {
        assertThat(Call.of("config", "get", folder, "name")).isEqualTo(new Call(0, "App\n", ""));
        assertThat(Call.of("config", "get", file, "entrypoints[0].target").out())
                .isEqualTo("C:\\Program Files\\App\\App.exe\n");
    }

    @Test
    void getWithoutASettingShowsTheFileAsItIs() {
        assertThat(Call.of("config", "get", folder).out()).isEqualTo(TEXT);
    }

    @Test
    void getShowsTheDefaultWhereTheFileIsSilent() {
        assertThat(Call.of("config", "get", folder, "security.encryption").out())
                .isEqualTo("none\n");
        assertThat(Call.of("config", "get", folder, "homepage"))
                .isEqualTo(new Call(1, "", "ctnr: " + file + " says nothing about homepage" + System.lineSeparator()));
    }

    @Test
    void getKnowsWhatWasMeant() {
        assertThat(Call.of("config", "get", folder, "security.encrypt").err())
                .contains("says nothing about security.encrypt; did you mean security.encryption?");
    }

    @Test
    void getAnswersInJson() {
        assertThat(Call.of("config", "get", folder, "entrypoints", "--json")
                        .out()
                        .replaceAll("\\s", ""))
                .isEqualTo("[{\"name\":\"App\",\"target\":\"C:\\\\ProgramFiles\\\\App\\\\App.exe\"}]");
        assertThat(Call.of("config", "get", folder, "--json").out()).contains("\"id\" : \"app\"");
    }

    @Test
    void setChangesOneLine() throws IOException {
        assertThat(Call.of("config", "set", folder, "version", "1.0")).isEqualTo(new Call(0, "", ""));
        assertThat(file).hasContent(TEXT.replace("\"1\"", "\"1.0\""));
        assertThat(Call.of("config", "set", file, "security.signed", "true").exitCode())
                .isZero();
        assertThat(Files.readString(file)).contains("security:\n  signed: true\n");
    }

    @Test
    void setLeavesTheFileWhenTheValueIsNotAccepted() {
        Call call = Call.of("config", "set", folder, "security.encryption", "aes");
        assertThat(call.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(call.err())
                .contains("security.encryption: found \"aes\"")
                .contains("did you mean \"aes-gcm-256\"?")
                .contains("was left as it is");
        assertThat(Call.of("config", "set", folder, "security.signed", "yes").err())
                .contains("; write true");
        assertThat(file).hasContent(TEXT);
    }

    @Test
    void aFileWithOtherErrorsCanBeMendedStepByStep() throws IOException {
        Files.writeString(file, "id: My App\nname: 1\nversion: \"1\"\n");
        assertThat(Call.of("config", "set", folder, "id", "my-app").exitCode()).isZero();
        assertThat(Call.of("config", "set", folder, "name", "No. 1").exitCode()).isZero();
        assertThat(Call.of("config", "check", folder).exitCode()).isZero();
    }

    @Test
    void addAndRmChangeLists() throws IOException {
        assertThat(Call.of("config", "add", folder, "env", "{key: LANG, value: 'no'}"))
                .isEqualTo(new Call(0, "", ""));
        assertThat(Files.readString(file)).contains("env:\n  - key: LANG\n    value: \"no\"\n");
        assertThat(Call.of("config", "add", folder, "env", "{key: LANG}").err()).contains("env[1].value: is missing");
        assertThat(Call.of("config", "rm", folder, "env").exitCode()).isZero();
        assertThat(file).hasContent(TEXT);
        assertThat(Call.of("config", "rm", folder, "env").err()).contains("there is no env");
    }

    @Test
    void checkTellsErrorsInTheWayThatEditorsRead() throws IOException {
        assertThat(Call.of("config", "check", folder)).isEqualTo(new Call(0, "", ""));
        Files.writeString(file, TEXT.replace("id: app", "id: -app").replace("App.exe", "gone.exe"));
        Call call = Call.of("config", "check", folder);
        assertThat(call.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(call.out()).startsWith(file + ":1:5: error: id: found \"-app\"");
    }

    @Test
    void checkLooksForTheProgramsInTheContainer() throws IOException {
        Files.writeString(file, TEXT.replace("App.exe", "gone.exe"));
        Call call = Call.of("config", "check", folder, "--json");
        assertThat(call.exitCode()).isZero();
        assertThat(call.out()).contains("WARNING").contains("the container holds no rootfs/ProgramFiles/App/gone.exe");
        assertThat(Call.of("config", "check", file).out()).isEmpty();
    }

    @Test
    void whatIsNoConfigurationIsSaid() throws IOException {
        assertThat(Call.of("config", "get", temp).err()).contains("holds no config.yml");
        assertThat(Call.of("config", "get", temp.resolve("none")))
                .isEqualTo(new Call(2, "", "ctnr: there is no " + temp.resolve("none") + System.lineSeparator()));
        Files.writeString(file, "a: [");
        assertThat(Call.of("config", "get", folder, "a").err()).contains(file + ":1:5: error: not valid YAML");
        assertThat(Call.of("config", "set", folder, "a[b", "1").exitCode()).isNotZero();
    }
}
