package studio.ctnr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CtnrTest {
    private static final Path DOCUMENTATION = Path.of("../../docs/cli.md");

    @Test
    void theHelpListsEveryCommandInItsGroup() {
        String help = Call.of("--help").out();
        assertThat(help)
                .contains("Into a container and its archive:")
                .contains("  config")
                .doesNotContain("Others:");
        assertThat(CommandGroups.named())
                .containsAll(Ctnr.commandLine().getSubcommands().keySet());
    }

    @Test
    void aMistypedCommandIsMetWithTheOneThatWasMeant() {
        Call call = Call.of("confg", "get");
        assertThat(call.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(call.err())
                .startsWith("ctnr: there is no command confg; did you mean config or completion or compare?")
                .contains("'ctnr --help' tells");
        assertThat(Call.of("config", "checks").err()).contains("did you mean");
        assertThat(Call.of("config", "check", ".", "--jsn").err()).contains("there is no option --jsn");
        assertThat(Call.of("config", "set", "x").err()).contains("Missing required parameters: 'SETTING', 'VALUE'");
        assertThat(Call.of().err()).contains("a command is missing");
    }

    @Test
    void aFileThatIsNotThereIsAWrongUse() {
        for (String command : List.of("inspect", "verify")) {
            Call call = Call.of(command, "no-such.ctnr");
            assertThat(call.exitCode()).as(command).isEqualTo(ExitCode.WRONG_USE);
            assertThat(call.err()).contains("no-such.ctnr");
        }
    }

    static Stream<CommandLine> commands() {
        return Stream.of(Ctnr.commandLine()).flatMap(CtnrTest::all);
    }

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(CtnrTest::all));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItselfAndItsParameters(CommandLine command) {
        var spec = command.getCommandSpec();
        assertThat(spec.usageMessage().description()).as(spec.qualifiedName()).isNotEmpty();
        assertThat(spec.mixinStandardHelpOptions()).as(spec.qualifiedName()).isTrue();
        spec.args()
                .forEach(argument -> assertThat(argument.description())
                        .as("%s %s", spec.qualifiedName(), argument.paramLabel())
                        .isNotEmpty());
    }

    @Test
    void theDocumentationTellsEveryCommandAndExitCode() throws IOException {
        String page = Files.readString(DOCUMENTATION);
        Ctnr.commandLine()
                .getSubcommands()
                .keySet()
                .forEach(name -> assertThat(page).contains("`ctnr " + name));
        List<String> codes = Arrays.stream(ExitCode.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(CtnrTest::value)
                .toList();
        assertThat(codes).hasSize(7);
        codes.forEach(code -> {
            assertThat(page).contains("| " + code + " |");
            assertThat(Call.of("--help").out()).containsPattern("(?m)^ +" + code + " +\\w");
        });
    }

    private static String value(java.lang.reflect.Field field) {
        try {
            return Integer.toString(field.getInt(null));
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
