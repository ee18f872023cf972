package studio.ctnr.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs of code for .NET alone, of which Windows reads no import table, are inside as others are. */
class ManagedProgramTest extends OnMachine {
    private static final String TEST = "C:\\Program Files\\Test\\";
    private static final String ONLY_HERE = TEST + "only here";

    private static final String CONFIG = TestContainer.HOME + """
              - { name: "any", target: "%TEST_HOME%\\\\x64\\\\any.exe" }
              - { name: "m64", target: "%TEST_HOME%\\\\x64\\\\m64.exe" }
              - { name: "m32", target: "%TEST_HOME%\\\\x86\\\\m32.exe" }
              - { name: "p32", target: "%TEST_HOME%\\\\x86\\\\p32.exe" }
              - { name: "n64", target: "%TEST_HOME%\\\\n64.exe" }
              - { name: "n32", target: "%TEST_HOME%\\\\n32.exe" }
              - { name: "alter", target: 'C:\\alter.exe' }
            """;

    @TempDir
    private Path folder;

    private TestContainer container;

    @BeforeEach
    void make() throws Exception {
        container = new TestContainer(folder.resolve("container"), CONFIG);
        container.install("x64", "tell_self", "n64.exe");
        container.install("x86", "tell_self", "n32.exe");
        container.installManaged(ManagedProgram.ANY, "x64", "any.exe");
        container.installManaged(ManagedProgram.X64, "x64", "m64.exe");
        container.installManaged(ManagedProgram.X86, "x86", "m32.exe");
        container.installManaged(ManagedProgram.PREFERS_X86, "x86", "p32.exe");
        Files.createDirectories(container.root.resolve("rootfs/ProgramFiles/Test/only here"));
        Files.writeString(container.root.resolve("rootfs/Drives/C/inside.txt"), "of the container");
        Files.createDirectories(container.drive().resolve("host"));
        assertThat(container
                        .launch("--", "/c", "reg add HKCU\\Software\\Inside /v Value /d inside /f")
                        .status())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"any, x64, 64", "m64, x64, 64", "m32, x86, 32", "p32, x86, 32"})
    void seesAndWritesTheContainerAlone(String entry, String place, int bits) throws Exception {
        TestContainer.Said said = container.launchManaged("--entry", entry);
        assertThat(said.out())
                .containsExactly(told(place + "\\" + entry, TEST + place) + "|" + bits, "of the container|inside");
        assertThat(said.status()).isEqualTo(40);
        String written = "host/written-" + bits + ".txt";
        assertThat(container.drive().resolve(written)).doesNotExist();
        assertThat(container.root.resolve("rootfs/Drives/C/" + written)).hasContent("written");
        assertThat(container
                        .launch("--", "/c", "reg query HKCU\\Software\\Written /v C:\\host\\written-" + bits + ".txt")
                        .status())
                .isZero();
        assertThat(Capture.machine().run("wine", "reg", "query", "HKCU\\Software\\Written"))
                .isNotZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"n64", "n32", "any", "m32"})
    void isInsideAsAChildAndSoAreItsChildren(String first) throws Exception {
        List<String> chain = List.of("m32.exe", "any.exe", "n32.exe", "m64.exe", "m32.exe", "n64.exe", "any.exe");
        List<String> arguments = new ArrayList<>(List.of("--entry", first, "--", "7"));
        chain.forEach(each -> arguments.add(TEST + place(each) + each));
        TestContainer.Said said = container.launchManaged(arguments.toArray(String[]::new));
        assertThat(said.out().stream().filter(line -> line.startsWith(TEST)))
                .hasSize(8)
                .element(1, InstanceOfAssertFactories.STRING)
                .isEqualTo(told("x86\\m32", ONLY_HERE) + "|32");
        assertThat(said.out()).filteredOn("of the container|inside"::equals).hasSize(first.startsWith("n") ? 5 : 6);
        assertThat(said.status()).isEqualTo(47);
    }

    /** The library is loaded into it, and finds a function of Windows that is not as known. */
    @Test
    void doesNotRunWhereTheLibraryDoesNotBegin() throws Exception {
        Files.copy(TestContainer.testProgram("x64", "alter_stub"), container.root.resolve("rootfs/Drives/C/alter.exe"));
        TestContainer.Said said = container.launchManaged("--entry", "alter", "--", "C:\\PROGRA~1\\Test\\x64\\any.exe");
        assertThat(said.out()).isEmpty();
        assertThat(said.status()).isEqualTo(0xE0435452 & 0xff);
        assertThat(Files.readAllLines(container.root.resolve("logs/events.log")))
                .singleElement()
                .asString()
                .contains("\"event\":\"unknown-stub\",\"subject\":\"NtCreateFile\"");
    }

    private static String place(String name) {
        return name.startsWith("n") ? "" : name.equals("m32.exe") ? "x86\\" : "x64\\";
    }

    private static String told(String name, String directory) {
        String program = TEST + name + ".exe";
        return String.join("|", program, program, directory, "C:\\Program Files\\Test");
    }
}
