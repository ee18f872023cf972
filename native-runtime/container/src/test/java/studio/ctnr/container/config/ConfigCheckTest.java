package studio.ctnr.container.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigCheckTest {
    private static List<String> problems(String text) throws InvalidConfigException {
        return ConfigDocument.parse(text, "c.yml").problems().stream()
                .map(problem -> problem.in("c.yml"))
                .toList();
    }

    @Test
    void everyErrorIsToldWithItsPlaceWhatWasFoundAndWhatIsAccepted() throws InvalidConfigException {
        assertThat(problems("""
                        id: My App
                        version: 1.0
                        runtime:
                          hooks:
                            filesystem: detour
                            registry: yes
                        paths: {temp: ../outside}
                        env: {}
                        services:
                          - type: windows-service
                        security:
                          signed: "true"
                          encryption:
                        isolation:
                          filesystem:
                            - path: "x"
                              mode: hosted
                        """))
                .containsExactly(
                        "c.yml:1:1: error: name: is missing; needed is a text: the application's name for people",
                        "c.yml:1:5: error: id: found \"My App\"; accepted is a text: 1 to 64 lower-case letters, digits,"
                                + " dots and hyphens, the first a letter or digit",
                        "c.yml:2:10: error: version: found the number 1.0; accepted is a text: the application's version,"
                                + " in quotes; put it in quotes",
                        "c.yml:5:17: error: runtime.hooks.filesystem: found \"detour\"; accepted is one of \"detours\","
                                + " \"winfsp\", \"minifilter\"; did you mean \"detours\"?",
                        "c.yml:6:15: error: runtime.hooks.registry: found \"yes\"; accepted is one of \"detours\","
                                + " \"minifilter\", \"mixed\"",
                        "c.yml:7:15: error: paths.temp: found \"../outside\"; accepted is a text: a path relative to the"
                                + " container's folder, by forward slashes and without ..",
                        "c.yml:8:6: error: env: found a map; accepted is a list: environment variables of the"
                                + " application, set in this order",
                        "c.yml:10:5: error: services[0].name: is missing; needed is a text: the service's key name",
                        "c.yml:12:11: error: security.signed: found \"true\"; accepted is true or false; write it without"
                                + " quotes",
                        "c.yml:13:3: error: security.encryption: found nothing; accepted is one of \"none\","
                                + " \"aes-gcm-256\"",
                        "c.yml:17:13: error: isolation.filesystem[0].mode: found \"hosted\"; accepted is one of"
                                + " \"merged\", \"isolated\", \"host\"; did you mean \"host\"?");
    }

    @Test
    void anUnknownKeyIsAWarningWithWhatMayHaveBeenMeant() throws InvalidConfigException {
        assertThat(problems("""
                        id: a
                        name: A
                        version: "1"
                        publsher: V
                        entrypoints:
                          - {name: x, target: y, arguments: z}
                        future: {any: [thing]}
                        """))
                .containsExactly(
                        "c.yml:4:1: warning: publsher: is not known and has no effect; it is kept; did you mean"
                                + " \"publisher\"?",
                        "c.yml:6:26: warning: entrypoints[0].arguments: is not known and has no effect; it is kept",
                        "c.yml:7:1: warning: future: is not known and has no effect; it is kept");
    }

    @Test
    void valuesMustFitTogether() throws InvalidConfigException {
        assertThat(problems("""
                        id: a
                        name: A
                        version: "1"
                        env:
                          - {key: Path, value: "%CONTAINER_HOME%"}
                          - {key: PATH, value: "%CONTAINER_ROOT%;%ProgramFiles%"}
                        entrypoints:
                          - {name: x, target: y, default: true}
                          - {name: z, target: y, default: true}
                        """))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("c.yml:5:17: warning: env[0].value: names %CONTAINER_HOME%"),
                        second -> assertThat(second)
                                .isEqualTo("c.yml:6:11: error: env[1].key: found PATH a second time; it stands at"
                                        + " env[0].key already"),
                        third -> assertThat(third)
                                .isEqualTo("c.yml:9:35: error: entrypoints[1].default: found a second default;"
                                        + " entrypoints[0].default is one already"));
    }

    @Test
    void aFileThatSaysNothingOrIsNoMapIsAnError() throws InvalidConfigException {
        assertThat(problems("# only a comment\n")).singleElement().asString().contains("nothing is written here");
        assertThat(problems("- a\n- b\n")).singleElement().asString().contains("c.yml:1:1: error: found a list");
        assertThat(problems("just text")).singleElement().asString().contains("found \"just text\"; accepted is a map");
    }

    @Test
    void theExceptionNamesEveryError() {
        assertThatThrownBy(() -> ConfigDocument.parse("id: A\n", "c.yml").config("c.yml"))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("c.yml:1:5: error: id")
                .hasMessageContaining("error: name: is missing")
                .hasMessageContaining("error: version: is missing");
    }
}
