package studio.ctnr.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.LinkMarker;
import studio.ctnr.container.Progress;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.container.config.Isolation.Mode;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.hive.RegistryWhiteout;
import studio.ctnr.container.view.Bits;
import studio.ctnr.container.view.ContainerView;
import studio.ctnr.container.view.Explanation;
import studio.ctnr.container.view.Explanation.Layer;
import studio.ctnr.container.view.Explanation.Target;
import studio.ctnr.container.view.ViewedMachine;
import studio.ctnr.engine.observe.WineRegistryFile;
import studio.ctnr.launcher.ContainerRuntime;

/**
 * The explanation in Java and the runtime in C are asked the same: programs of both kinds open and write in a container,
 * and what the runtime's trace says of it is held against what is explained.
 */
class ExplainedAsRunTest {
    private static final Path STATE = Path.of("target", System.getProperty("ctnr.fork", "fork-1"), "state")
            .toAbsolutePath();
    private static final Path DRIVE = STATE.resolve("machine/drive_c");
    private static final WineRuntimeHost HOST = new WineRuntimeHost(Map.of("CTNR_STATE", STATE.toString()));
    private static final String USER = "ctnruser";

    /** Files, each of which is written to: some are the host's, some the container's, some nobody's. */
    private static final List<String> WRITTEN = List.of(
            "C:\\Program Files\\Explained\\own.txt",
            "C:\\Program Files\\Explained\\hosts.txt",
            "C:\\Program Files\\Explained\\gone.txt",
            "C:\\PROGRA~1\\Explained\\by-short-name.txt",
            "C:\\Explained\\hosts.txt",
            "C:\\Explained\\redone\\hosts.txt",
            "C:\\Explained\\linked\\through-link.txt",
            "C:\\Explained\\isolated\\hosts.txt",
            "C:\\Explained\\isolated\\shared\\hosts.txt",
            "C:\\Explained\\isolated\\shared\\kept.log",
            "C:\\Documents and Settings\\ctnruser\\My Documents\\explained.txt",
            "C:\\Users\\ctnruser\\Application Data\\explained.txt",
            "C:\\Users\\ctnruser\\Music\\explained.txt",
            "C:\\Windows\\System32\\explained.txt",
            "C:\\Windows\\System32\\drivers\\etc\\explained.txt",
            "C:\\Windows\\SysWOW64\\explained.txt",
            "C:\\ProgramData\\explained.txt");

    /** Keys, each of which is written to; those of the host are made before. */
    private static final List<String> KEYS = List.of(
            "HKCU\\Software\\Explained\\own",
            "HKCU\\Software\\Explained\\hosts",
            "HKCU\\Software\\Explained\\gone",
            "HKCU\\Software\\Explained\\gone\\below",
            "HKCU\\Software\\Explained\\isolated",
            "HKCU\\Software\\Explained\\isolated\\hosts",
            "HKCU\\Software\\Explained\\isolated\\shared\\hosts",
            "HKCU\\Software\\Classes\\CLSID\\{explained}",
            "HKCU\\Software\\Classes\\.explained",
            "HKLM\\Software\\Explained",
            "HKLM\\Software\\Wow6432Node\\ExplainedToo",
            "HKLM\\Software\\Classes\\CLSID\\{explained}",
            "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\App Paths\\explained.exe",
            "HKCR\\Explained.Machine",
            "HKCR\\Explained.User",
            "HKLM\\System\\Explained");

    private static final List<String> KEYS_OF_HOST = List.of(
            "Explained\\hosts",
            "Explained\\gone\\below",
            "Explained\\isolated\\hosts",
            "Explained\\isolated\\shared\\hosts");

    @TempDir
    private Path temp;

    private ContainerFolder container;

    @BeforeEach
    void make() throws Exception {
        container = ContainerFolder.create(temp.resolve("container"));
        ContainerRuntime.copyTo(container.root().resolve("bin"));
        Files.writeString(container.config(), """
                id: "test"
                name: "Test"
                version: "1"
                entrypoints:
                  - { name: "X64", target: 'C:\\Windows\\System32\\cmd.exe' }
                  - { name: "X86", target: 'C:\\Windows\\SysWOW64\\cmd.exe' }
                isolation:
                  filesystem:
                    - { path: 'C:\\Explained\\isolated\\**', mode: isolated }
                    - { path: 'C:\\Explained\\isolated\\shared\\**', mode: host }
                    - { path: 'C:\\Explained\\isolated\\shared\\*.log', mode: merged }
                    - { path: '%USERPROFILE%\\Music\\**', mode: isolated }
                  registry:
                    - { path: 'HKCU\\Software\\Explained\\isolated\\**', mode: isolated }
                    - { path: 'HKCU\\Software\\Explained\\isolated\\shared\\**', mode: host }
                """);
        text(container.root().resolve("rootfs/ProgramFiles/Explained/own.txt"));
        text(container.root().resolve("rootfs/ProgramFiles/Explained/.wh.gone.txt"));
        text(container.root().resolve("rootfs/Drives/C/Explained/redone/.wh..wh..opq"));
        junction(container.root().resolve("rootfs/Drives/C/Explained/linked"), "\\??\\C:\\Program Files\\Explained");
        HOST.prepare(Progress.NONE);
        for (String there : List.of(
                "Program Files/Explained/hosts.txt",
                "Program Files/Explained/gone.txt",
                "Explained/hosts.txt",
                "Explained/redone/hosts.txt",
                "Explained/isolated/hosts.txt",
                "Explained/isolated/shared/hosts.txt")) {
            text(DRIVE.resolve(there));
        }
        Hive user = Hive.empty();
        user.root().findOrCreate("Software\\Explained\\own");
        user.root().findOrCreate("Software\\Classes\\Wow6432Node\\CLSID"); // every Windows has it, Wine's has not
        user.root().findOrCreate("Software\\Classes\\Explained.User");
        RegistryWhiteout.mark(user.root().findOrCreate("Software\\Explained\\gone"));
        user.write(container.hkcuHive());
        Hive.empty().write(container.hklmSoftwareHive());
    }

    private static void text(Path file) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "text");
    }

    /** A name and beside it its marker, a REPARSE_DATA_BUFFER. */
    private static void junction(Path name, String target) throws Exception {
        byte[] words = target.getBytes(StandardCharsets.UTF_16LE);
        ByteBuffer bytes = ByteBuffer.allocate(16 + words.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0xa0000003).putInt(8 + words.length).putShort((short) 0);
        bytes.putShort((short) words.length).putInt(0).put(words);
        Files.createDirectories(name);
        Files.write(name.resolveSibling(LinkMarker.markerFor(name.getFileName().toString())), bytes.array());
    }

    @AfterAll
    static void stop() throws Exception {
        ProcessBuilder server = new ProcessBuilder("wineserver", "-k").redirectErrorStream(true);
        server.environment().put("WINEPREFIX", STATE.resolve("machine").toString());
        server.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        server.command("wineserver", "-w").start().waitFor();
    }

    private ContainerView view() throws Exception {
        WindowsPath profile = WindowsPath.of("C:\\users\\" + USER);
        return ContainerView.of(
                container,
                new ViewedMachine(
                        WindowsPath.of("Z:" + container.root()),
                        profile,
                        profile.resolve("AppData\\Local\\Temp"),
                        'C'));
    }

    /** What the runtime says of the first event about each place, by its name in capitals. */
    private Map<String, RuntimeEvent> traced(Bits bits, List<String> lines) throws Exception {
        Path script = container.root().resolve("rootfs/Drives/C/script.bat");
        Files.createDirectories(script.getParent());
        Files.writeString(script, "@echo off\r\n" + String.join("\r\n", lines) + "\r\n");
        RunSettings settings = RunSettings.DEFAULT
                .withEntry(Optional.of(bits.name()))
                .withArguments(List.of("/c", "C:\\script.bat"))
                .withTrace(true);
        HOST.start(container, settings, Progress.NONE).end().get(300, TimeUnit.SECONDS);
        Map<String, RuntimeEvent> first = new HashMap<>();
        for (String line : Files.readAllLines(container.events())) {
            RuntimeEvent.of(line)
                    .ifPresent(event -> event.text("path")
                            .or(() -> event.text("key"))
                            .filter(path -> event.text("layer").isPresent())
                            .ifPresent(path -> first.putIfAbsent(path.toUpperCase(Locale.ROOT), event)));
        }
        return first;
    }

    @ParameterizedTest
    @EnumSource(Bits.class)
    void pathsAreExplainedAsTheRuntimeSeesThem(Bits bits) throws Exception {
        Map<String, Explanation> told = explained(WRITTEN, bits);
        Map<String, RuntimeEvent> traced = traced(bits, lines(WRITTEN, "type \"%s\" >nul 2>nul"));
        for (String path : WRITTEN) {
            assertSeen(path, told.get(path), traced, layer(told.get(path)));
        }
    }

    @ParameterizedTest
    @EnumSource(Bits.class)
    void keysAreExplainedAsTheRuntimeSeesThem(Bits bits) throws Exception {
        hostKeys();
        Map<String, Explanation> told = explained(KEYS, bits);
        Map<String, RuntimeEvent> traced = traced(bits, lines(KEYS, "reg query \"%s\" >nul 2>nul"));
        for (String key : KEYS) {
            Explanation explained = told.get(key);
            if (explained.inContainer().isEmpty()) {
                continue; // what no layer lies over is not traced in full
            }
            boolean ofHost = KEYS_OF_HOST.stream().anyMatch(key::endsWith);
            String layer = explained.layer() == Layer.NONE || explained.layer() == Layer.HOST && !ofHost
                    ? "none"
                    : explained.layer() == Layer.HOST ? "host" : "container";
            assertSeen(key, explained, traced, layer);
        }
    }

    private Map<String, Explanation> explained(List<String> places, Bits bits) throws Exception {
        ContainerView view = view();
        Map<String, Explanation> told = new HashMap<>();
        for (String place : places) {
            told.put(place, view.explain(place, bits));
        }
        return told;
    }

    private static List<String> lines(List<String> places, String format) {
        return places.stream().map(format::formatted).toList();
    }

    private static void assertSeen(
            String place, Explanation explained, Map<String, RuntimeEvent> traced, String layer) {
        RuntimeEvent event = traced.get(explained.view().toUpperCase(Locale.ROOT));
        assertThat(event).as("%s: %s", place, traced.keySet()).isNotNull();
        assertThat(event.text("mode"))
                .as(place)
                .contains(explained.decision().mode().name().toLowerCase(Locale.ROOT));
        assertThat(event.text("layer")).as(place + " " + event).contains(layer);
    }

    @ParameterizedTest
    @EnumSource(Bits.class)
    void valuesLandWhereItIsExplained(Bits bits) throws Exception {
        hostKeys();
        Map<String, Explanation> told = explained(KEYS, bits);
        traced(bits, lines(KEYS, "reg add \"%s\" /v Written /d " + bits + " /f >nul 2>nul"));
        stop();
        Hive user = Hive.read(container.hkcuHive());
        Hive software = Hive.read(container.hklmSoftwareHive());
        for (String key : KEYS) {
            Explanation.Landing landing = told.get(key).landing();
            String place = landing.place().orElse("");
            Hive hive = place.contains("HKCU.hiv") ? user : software;
            boolean written = landing.target() == Target.CONTAINER
                    && hive.root()
                            .find(place.substring(place.indexOf(": ") + 2))
                            .flatMap(found -> found.value("Written"))
                            .isPresent();
            assertThat(written).as("%s, by %s", key, told.get(key)).isEqualTo(landing.target() == Target.CONTAINER);
            assertThat(onHost(told.get(key).view()))
                    .as("%s is on the host, by %s", key, told.get(key))
                    .isEqualTo(landing.target() == Target.HOST);
        }
    }

    /** Makes the keys of the host's, and takes away what is to be nobody's. */
    private void hostKeys() throws Exception {
        StringBuilder text = new StringBuilder("REGEDIT4\r\n");
        for (String key : KEYS) {
            text.append("\r\n[-").append(longName(key)).append("]\r\n");
        }
        for (String key : KEYS_OF_HOST) {
            text.append("\r\n[HKEY_CURRENT_USER\\Software\\").append(key).append("]\r\n");
        }
        Path file = Files.writeString(temp.resolve("keys.reg"), text);
        ProcessBuilder process = new ProcessBuilder("wine", "regedit", "/S", "Z:" + file).redirectErrorStream(true);
        process.environment().putAll(new WineMachine(Map.of("CTNR_STATE", STATE.toString())).environment());
        process.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    private static String longName(String key) {
        return key.replaceFirst("^HKCU", "HKEY_CURRENT_USER")
                .replaceFirst("^HKLM", "HKEY_LOCAL_MACHINE")
                .replaceFirst("^HKCR", "HKEY_CLASSES_ROOT");
    }

    /** Whether the host has a value, once its registry is on the disk. */
    private static boolean onHost(String key) throws Exception {
        String file = key.startsWith("HKCU") ? "user.reg" : "system.reg";
        return WineRegistryFile.open(STATE.resolve("machine").resolve(file))
                .value(KeyPath.of(key), "Written")
                .isPresent();
    }

    /** The runtime looks at the disk as well: what the host might have, it has or has not. */
    private static String layer(Explanation explained) {
        if (explained.decision().mode() == Mode.HOST) {
            return "host"; // where the disk is not asked
        }
        if (explained.layer() != Layer.HOST) {
            return explained.layer() == Layer.NONE ? "none" : "container";
        }
        String onHost = explained.view().substring(3).replace('\\', '/').replaceFirst("(?i)^Users", "users");
        return Files.exists(DRIVE.resolve(onHost)) ? "host" : "none";
    }

    @ParameterizedTest
    @EnumSource(Bits.class)
    void writesLandWhereItIsExplained(Bits bits) throws Exception {
        Map<String, Explanation> told = explained(WRITTEN, bits);
        List<String> script = new ArrayList<>();
        for (String path : WRITTEN) {
            script.add("mkdir \"" + path.substring(0, path.lastIndexOf('\\')) + "\" 2>nul"); // isolated ones are empty
            script.add("echo " + bits + ">>\"" + path + "\"");
        }
        traced(bits, script);
        for (String path : WRITTEN) {
            Explanation.Landing landing = told.get(path).landing();
            String place = landing.place().orElseThrow();
            Path file = landing.target() == Target.HOST
                    ? DRIVE.resolve(place.substring(3).replace('\\', '/').replaceFirst("(?i)^Users", "users"))
                    : container.find(place).orElse(container.resolve(place));
            assertThat(file).as("%s, by %s", path, told.get(path)).exists();
            String content = Files.readString(file);
            assertThat(content).as(path).endsWith(bits + "\r\n");
            assertThat(content.startsWith("text"))
                    .as("%s was copied first", path)
                    .isEqualTo(landing.target() == Target.CONTAINER_BY_COPY && path.contains("hosts.txt")
                            || path.endsWith("own.txt")
                            || landing.target() == Target.HOST && path.contains("hosts.txt"));
            if (landing.target() == Target.HOST && !path.contains("hosts.txt")) {
                Files.delete(file);
            }
        }
    }
}
