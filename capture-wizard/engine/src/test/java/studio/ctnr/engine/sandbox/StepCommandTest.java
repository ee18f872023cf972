package studio.ctnr.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.ctnr.container.WindowsPath;

class StepCommandTest {
    private static String command(String installer, String... arguments) throws SandboxException {
        return StepCommand.of(WindowsPath.of(installer), List.of(arguments), true);
    }

    @Test
    void aProgramIsRunDirectly() throws SandboxException {
        assertThat(command("D:\\Setup 1.EXE", "/S", "/D=C:\\Program Files\\App"))
                .isEqualTo("\"D:\\Setup 1.EXE\" /S /D=C:\\Program Files\\App");
        assertThat(command("D:\\setup.exe")).isEqualTo("D:\\setup.exe");
    }

    @Test
    void aPackageIsInstalledWithoutAScreen() throws SandboxException {
        assertThat(command("D:\\a b.msi", "ALLUSERS=1")).isEqualTo("msiexec.exe /i \"D:\\a b.msi\" /qn ALLUSERS=1");
        assertThat(command("D:\\a.msp")).isEqualTo("msiexec.exe /p D:\\a.msp /qn");
    }

    @ParameterizedTest
    @CsvSource({"/qb", "/qb!", "/QN", "/quiet", "-passive", "/q", "/qn+", "'ALLUSERS=1 /qr'"})
    void whatTheArgumentsSayAboutTheScreenIsNotSaidTwice(String argument) throws SandboxException {
        assertThat(command("D:\\a.msi", argument)).isEqualTo("msiexec.exe /i D:\\a.msi " + argument);
    }

    @Test
    void aPropertyThatLooksLikeAScreenSwitchIsNone() throws SandboxException {
        assertThat(command("D:\\a.msi", "DIR=C:/q", "/quux")).isEqualTo("msiexec.exe /i D:\\a.msi /qn DIR=C:/q /quux");
    }

    @Test
    void anInteractivePackageShowsItsScreen() throws SandboxException {
        assertThat(StepCommand.of(WindowsPath.of("D:\\a.msi"), List.of(), false))
                .isEqualTo("msiexec.exe /i D:\\a.msi");
    }

    @Test
    void aBatchFileKeepsItsQuotes() throws SandboxException {
        assertThat(command("D:\\go now.cmd", "\"a b\"", "c"))
                .isEqualTo("cmd.exe /d /s /c \"\"D:\\go now.cmd\" \"a b\" c\"");
    }

    @Test
    void scriptsAndRegistryFilesHaveTheirPrograms() throws SandboxException {
        assertThat(command("D:\\a.vbs", "x")).isEqualTo("cscript.exe //nologo D:\\a.vbs x");
        assertThat(command("D:\\a.reg")).isEqualTo("regedit.exe /s D:\\a.reg");
    }

    @Test
    void anUnknownKindIsRefusedWithARemedy() {
        assertThatExceptionOfType(SandboxException.class)
                .isThrownBy(() -> command("D:\\app.msix"))
                .withMessageContaining("app.msix")
                .satisfies(e -> assertThat(e.remedy()).contains(".msi"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "a,a",
                "a b,\"a b\"",
                "~~,\"\"",
                "a\"b,\"a\\\"b\"",
                "a\\,a\\",
                "a b\\,\"a b\\\\\"",
                "a\\\"b,\"a\\\\\\\"b\""
            })
    void anArgumentIsQuotedAsMicrosoftsParserReadsIt(String argument, String quoted) {
        assertThat(StepCommand.quote(argument)).isEqualTo(quoted);
    }

    @Property
    void aQuotedArgumentIsReadBackAsItself(
            @ForAll @CharRange(from = ' ', to = '~') String first,
            @ForAll @CharRange(from = ' ', to = '~') String second) {
        assertThat(parse(StepCommand.quote(first) + " " + StepCommand.quote(second)))
                .containsExactly(first, second);
    }

    /** The rules of Microsoft's C library, written down from their description. */
    private static List<String> parse(String line) {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = null;
        boolean quoted = false;
        for (int i = 0; i < line.length(); ) {
            char c = line.charAt(i);
            if (!quoted && (c == ' ' || c == '\t')) {
                if (argument != null) {
                    arguments.add(argument.toString());
                }
                argument = null;
                i++;
                continue;
            }
            argument = argument == null ? new StringBuilder() : argument;
            int slashes = 0;
            while (i < line.length() && line.charAt(i) == '\\') {
                slashes++;
                i++;
            }
            if (i < line.length() && line.charAt(i) == '"') {
                argument.repeat('\\', slashes / 2);
                if (slashes % 2 == 1) {
                    argument.append('"');
                } else {
                    quoted = !quoted;
                }
                i++;
            } else {
                argument.repeat('\\', slashes);
                if (slashes == 0) {
                    argument.append(c);
                    i++;
                }
            }
        }
        if (argument != null) {
            arguments.add(argument.toString());
        }
        return arguments;
    }
}
