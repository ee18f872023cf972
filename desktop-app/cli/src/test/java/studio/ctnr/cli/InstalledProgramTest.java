package studio.ctnr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An application that an installer of a real tool installed, in a container of its capture, on another user's machine:
 * what it says and what is seen of it is what the same user gets who installs it, and the machine is left as it was.
 */
class InstalledProgramTest {
    private static final String FOLDER = "C:\\Program Files\\Tally\\";
    private static final String KEY = "Software\\Ctnr Samples\\Tally";

    @TempDir
    private Path folder;

    private enum Tool {
        NSIS("NSIS", "uninstall.exe", List.of("/S")),
        INNO("Inno Setup", "unins000.exe", List.of("/VERYSILENT", "/SUPPRESSMSGBOXES", "/NORESTART"));

        final String kind;
        final String uninstaller;
        final List<String> silently;

        Tool(String kind, String uninstaller, List<String> silently) {
            this.kind = kind;
            this.uninstaller = uninstaller;
            this.silently = silently;
        }

        Path installer() throws Exception {
            return this == NSIS ? SampleInstallers.made("tally-setup.exe") : SampleInstallers.inno();
        }

        String[] silentInstall() throws Exception {
            String installer = installer().toString();
            return this == NSIS
                    ? new String[] {installer, "/S"}
                    : new String[] {installer, "/VERYSILENT", "/SUPPRESSMSGBOXES", "/NORESTART", "/SP-"};
        }
    }

    /** Starts a program of Windows, or of the application's, with arguments. */
    private interface Place {
        UsersMachine.Said say(String entry, String program, List<String> arguments) throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void doesInAContainerWhatItDoesWhereItIsInstalled(Tool tool) throws Exception {
        Path container = contained(tool);
        Path settings = container.resolve("user/AppData/Roaming/Tally/settings.ini");
        List<String> kept = Files.readAllLines(settings);
        assertThat(kept).contains("History=%CONTAINER_APPDATA%\\Tally\\history.txt");

        try (UsersMachine machine = UsersMachine.make(folder.resolve("machine"))) {
            String launcher = container.resolve("bin/launcher.exe").toString();
            Set<String> before = machine.names();
            List<UsersMachine.Said> contained = used(tool, (entry, _, arguments) -> {
                List<String> words = new ArrayList<>(List.of(launcher, "--entry", entry, "--"));
                words.addAll(arguments);
                return machine.say(words.toArray(String[]::new));
            });
            machine.settle();
            assertThat(difference(before, machine.names())).as("of the machine").isEmpty();
            assertThat(settings).content().isEqualTo(String.join("\r\n", kept) + "\r\n");

            machine.say(tool.silentInstall());
            machine.settle();
            List<UsersMachine.Said> installed = used(tool, (_, program, arguments) -> {
                List<String> words = new ArrayList<>(List.of(program));
                words.addAll(arguments);
                UsersMachine.Said said = machine.say(words.toArray(String[]::new));
                machine.settle(); // an uninstaller goes on in a copy of its own
                return said;
            });
            assertThat(contained).isEqualTo(installed);
        }
        assertThat(container.resolve("rootfs/ProgramFiles/Tally/tally.exe")).doesNotExist();
    }

    private static Set<String> difference(Set<String> one, Set<String> other) {
        Set<String> either = new TreeSet<>(one);
        either.addAll(other);
        either.removeIf(name -> one.contains(name) && other.contains(name));
        return either;
    }

    /** Counts twice, looks at what that left, and uninstalls. */
    private static List<UsersMachine.Said> used(Tool tool, Place place) throws Exception {
        List<UsersMachine.Said> said = new ArrayList<>();
        said.add(place.say("Tally", FOLDER + "tally.exe", List.of("--count")));
        said.add(place.say("Tally", FOLDER + "tally.exe", List.of("--count")));
        assertThat(said).extracting(UsersMachine.Said::lines).containsExactly(List.of("1"), List.of("2"));

        UsersMachine.Said settings = shell(place, "type", "%APPDATA%\\Tally\\settings.ini");
        assertThat(settings.lines())
                .contains("History=C:\\users\\" + UsersMachine.USER + "\\AppData\\Roaming\\Tally\\history.txt");
        said.add(settings);
        said.add(shell(place, "type", "%APPDATA%\\Tally\\history.txt"));
        said.add(shell(place, "dir", "/b", "/s", FOLDER + "*"));
        said.add(place.say("reg", "reg", List.of("query", "HKCU\\" + KEY)));
        said.add(place.say("reg", "reg", List.of("query", "HKLM\\" + KEY, "/v", "InstallDir", "/reg:64")));
        assertThat(said).extracting(UsersMachine.Said::status).containsOnly(0);

        said.add(place.say("uninstall", FOLDER + tool.uninstaller, tool.silently));
        UsersMachine.Said left = shell(place, "dir", "/b", FOLDER + "tally.exe");
        assertThat(left.status()).isNotZero();
        said.add(left);
        said.add(place.say("reg", "reg", List.of("query", "HKLM\\" + KEY, "/reg:64")));
        return said;
    }

    private static UsersMachine.Said shell(Place place, String... command) throws Exception {
        return place.say(
                "shell",
                "cmd",
                Stream.concat(Stream.of("/c"), Stream.of(command)).toList());
    }

    private Path contained(Tool tool) throws Exception {
        Path project = folder.resolve("project");
        Call captured = Call.of("capture", "--json", tool.installer(), "-p", project);
        assertThat(captured.exitCode()).as(captured.toString()).isZero();
        assertThat(captured.json().at("/steps/0/kind").asString()).isEqualTo(tool.kind);
        if (tool == Tool.INNO) { // what its uninstaller is to undo, which nobody needs of a container as a rule
            Call included = Call.of("include", project, "**\\unins000.dat");
            assertThat(included.exitCode()).as(included.toString()).isZero();
        }
        Path container = folder.resolve("app");
        Call built = Call.of("build", project, "--folder", container);
        assertThat(built.exitCode()).as(built.toString()).isZero();
        entry(container, "shell", "C:\\Windows\\System32\\cmd.exe");
        entry(container, "reg", "C:\\Windows\\System32\\reg.exe");
        entry(container, "uninstall", FOLDER + tool.uninstaller);
        return container;
    }

    private static void entry(Path container, String name, String target) throws IOException {
        Call added = Call.of(
                "config", "add", container, "entrypoints", "{ name: \"%s\", target: '%s' }".formatted(name, target));
        assertThat(added.exitCode()).as(added.toString()).isZero();
    }
}
