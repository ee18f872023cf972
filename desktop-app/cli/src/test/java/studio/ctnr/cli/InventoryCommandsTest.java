package studio.ctnr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.hive.KeptDescriptor;
import studio.ctnr.container.hive.RegistryValue;
import tools.jackson.databind.JsonNode;

class InventoryCommandsTest {
    @TempDir
    private Path temporary;

    private Call call(Object... words) {
        List<Object> all = new ArrayList<>(Arrays.asList(words));
        all.add("--state");
        all.add(temporary.resolve("state"));
        return Call.of(all.toArray());
    }

    private Call done(Object... words) {
        Call call = call(words);
        assertThat(call.err()).isEmpty();
        assertThat(call.exitCode()).isEqualTo(ExitCode.DONE);
        return call;
    }

    private List<String> ids(Object... words) {
        List<String> ids = new ArrayList<>();
        for (JsonNode container : done(words).json()) {
            ids.add(container.get("id").asString());
        }
        return ids;
    }

    @Test
    void a_container_is_made_found_handed_out_taken_in_and_retired() {
        assertThat(done("list").out()).contains("no containers yet");
        done("new", "My Browser", "--template", "browser");
        Path archive = temporary.resolve("b.ctnr");
        JsonNode exported =
                done("export", "my-browser", "-o", archive, "--json").json();
        assertThat(exported.get("files").asInt()).isPositive();
        assertThat(done("import", archive, "--id", "second", "--json")
                        .json()
                        .get("name")
                        .asString())
                .isEqualTo("My Browser");
        assertThat(ids("list", "--json")).containsExactly("my-browser", "second");
        assertThat(done("tag", "second", "web", "2026").out()).isEqualToIgnoringNewLines("2026web");
        assertThat(ids("list", "--tag", "web", "--json")).containsExactly("second");
        assertThat(done("retire", "second").out()).contains("ctnr trash restore second");
        assertThat(ids("trash", "ls", "--json")).containsExactly("second");
        done("trash", "restore", "second");
        assertThat(ids("list", "WEB", "--json")).containsExactly("second");
        done("retire", "second", "--purge");
        assertThat(done("trash", "ls").out()).contains("the trash is empty");
        assertThat(done("audit", "second").out()).contains("purge", "bring-back", "import");
        assertThat(done("jobs", "--json").json().get(0).get("state").asString()).isEqualTo("done");
    }

    @Test
    void a_state_is_kept_compared_and_gone_back_to() throws Exception {
        String folder = done("new", "App", "--json").json().get("folder").asString();
        Path file = Path.of(folder).resolve("rootfs/ProgramFiles/a.txt");
        Files.writeString(file, "one");
        done("snapshot", "create", "app", "-l", "clean");
        Files.writeString(file, "changed");
        Call compared = call("compare", "app@clean", "app", "--exit-code");
        assertThat(compared.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(compared.out()).contains("~ rootfs/ProgramFiles/a.txt 3 B -> 7 B");
        JsonNode restored =
                done("snapshot", "restore", "app", "clean", "--json").json();
        assertThat(file).hasContent("one");
        assertThat(restored.get("before").get("label").asString()).isEqualTo("Before going back to clean");
        assertThat(done("compare", folder, "app@clean").out()).contains("no differences");
        done("snapshot", "rm", "app", restored.get("before").get("token").asString());
        assertThat(done("snapshot", "ls", "app", "--json").json()).hasSize(1);
        assertThat(done("snapshot", "verify", "app").out()).contains("0 damages");
        assertThat(done("duplicate", folder).out()).startsWith("app-2: ");
    }

    @Test
    void permissions_of_a_key_are_compared_as_such_and_not_as_a_value() throws Exception {
        Path folder = Path.of(done("new", "App", "--json").json().get("folder").asString());
        Path file = folder.resolve("user/Registry/HKCU.hiv");
        Hive hive = Hive.read(file);
        hive.root().findOrCreate("Software\\App");
        hive.write(file);
        done("snapshot", "create", "app", "-l", "clean");
        byte[] descriptor = "D:(A;;KR;;;BU)".getBytes(StandardCharsets.UTF_16LE);
        hive.root()
                .findOrCreate("Software\\App")
                .put(new RegistryValue(KeptDescriptor.NAME, KeptDescriptor.VALUE_TYPE, descriptor));
        hive.write(file);

        assertThat(done("compare", "app@clean", "app").out())
                .contains("~ [HKCU\\Software\\App] the permissions differ: inherited -> D:(A;;KR;;;BU)")
                .doesNotContain(KeptDescriptor.NAME);
        JsonNode told = done("compare", "app@clean", "app", "--json").json().at("/registry/0");
        assertThat(told.get("change").asString()).isEqualTo("changed");
        assertThat(told.get("after").isNull()).isTrue();
        assertThat(told.at("/permissions/after").asString()).isEqualTo("D:(A;;KR;;;BU)");
        assertThat(told.at("/permissions/before").isNull()).isTrue();
    }

    @Test
    void what_is_not_there_or_not_accepted_is_told_and_ends_with_2() {
        done("new", "App");
        assertThat(call("retire", "none").err()).contains("The inventory has no container none");
        assertThat(List.of(
                        call("retire", "none").exitCode(),
                        call("new", "App", "--id", "app").exitCode(),
                        call("new", "App", "--id", "../x").exitCode(),
                        call("new", "App", "--template", "none").exitCode(),
                        call("new").exitCode(),
                        call("tag", "app", "a\nb").exitCode(),
                        call("import", "none.ctnr").exitCode(),
                        call("snapshot", "restore", "app", "none").exitCode(),
                        call("compare", "app", "none").exitCode(),
                        call("trash", "purge").exitCode(),
                        call("export", "app", "--level", "99").exitCode()))
                .containsOnly(ExitCode.WRONG_USE);
        assertThat(ids("list", "--json")).containsExactly("app");
    }
}
