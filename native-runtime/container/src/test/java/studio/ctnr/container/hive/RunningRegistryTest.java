package studio.ctnr.container.hive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.ctnr.container.hive.RunningRegistry.Way;

/** What becomes of a container's hives while it runs, whole or killed. */
@Timeout(1500)
class RunningRegistryTest {
    private static final int DAMAGED = 214;

    @TempDir
    private Path folder;

    private RunningRegistry container(Way way) throws IOException {
        return new RunningRegistry(folder.resolve("container"), way);
    }

    @AfterAll
    static void stop() throws Exception {
        RunningRegistry.machine().stop();
    }

    private static void write(Path file, HiveKey root) throws IOException {
        Hive hive = Hive.empty();
        for (HiveKey child : root.children()) {
            hive.root().addChild(child);
        }
        for (RegistryValue value : root.values()) {
            hive.root().put(value);
        }
        hive.write(file);
    }

    /** Everything that a hive can hold and that an image of it must not lose. */
    private static HiveKey everything() {
        HiveKey root = HiveKey.root("ROOT");
        HiveKey key = root.findOrCreate("Software\\Größe\\アプリ");
        for (int type = 0; type < 14; type++) {
            key.put(new RegistryValue("type " + type, type, new byte[] {1, 0, 2, 0, 0, 0}));
        }
        key.put(new RegistryValue("odd", 0xffff0012, new byte[] {1, 2, 3}));
        key.put(new RegistryValue("not ended", 1, new byte[] {65, 0}));
        key.put(new RegistryValue("odd text", 1, new byte[] {65, 0, 66}));
        key.put(RegistryValue.texts("list", List.of("a", "", "é")));
        key.put(RegistryValue.text("", "default \"quoted\" [x] \\ \r\n\t\u0001"));
        key.put(RegistryValue.text("quote\"d [\\] \u0007", "x"));
        key.put(RegistryValue.text("half \ud800", "half \udc00"));
        for (int length : new int[] {0, 4, 5, 16_344, 16_345, 100_000}) {
            byte[] data = new byte[length];
            new Random(length).nextBytes(data);
            key.put(RegistryValue.binary("length " + length, data));
        }
        key.put(RegistryWhiteout.ofValue("gone"));
        RegistryWhiteout.mark(key.childOrCreate("gone"));
        key.childOrCreate("classy").setClassName("Klasse \"ü\"");
        HiveKey secret = key.childOrCreate("[secret]");
        secret.setSecurity(new byte[] {1, 0, 4, (byte) 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        secret.setTicks(0x01dd_1234_5678_9abcL);
        HiveKey link = key.childOrCreate("link");
        link.setFlags(KeyFlags.SYM_LINK);
        link.put(new RegistryValue("SymbolicLinkValue", ValueType.REG_LINK.number(), new byte[] {'\\', 0, 'x', 0}));
        root.findOrCreate("d\\".repeat(300)).put(RegistryValue.dword("deep", 300));
        for (int i = 0; i < 600; i++) {
            root.findOrCreate("Many\\Key " + i).put(RegistryValue.dword("i", i));
        }
        return root;
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whatApplicationsLeaveAloneComesBackAsItWas(Way way) throws Exception {
        RunningRegistry container = container(way);
        write(container.hive("HKCU"), everything());
        HiveKey before = container.user();
        RunningRegistry.Start start = container.start();
        container.must("put", "HKCU\\Software\\Vendor", "name", "text");
        container.must("class", "HKCU\\Software\\Vendor\\hidden", "ctnr.whiteout");
        assertThat(start.end()).isZero();

        HiveKey after = container.user();
        HiveKey vendor =
                after.find("Software").orElseThrow().removeChild("Vendor").orElseThrow();
        assertThat(RegistryData.text(vendor.value("name").orElseThrow().data())).isEqualTo("text");
        assertThat(RegistryWhiteout.is(vendor.child("hidden").orElseThrow())).isTrue();
        after.find("Software").orElseThrow().setTicks(0);
        assertThat(Trees.describe(after)).isEqualTo(Trees.describe(before));
        assertThat(container.must("sessions")).isEqualTo("none");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aHiveThatNothingWasWrittenToIsNotWritten(Way way) throws Exception {
        RunningRegistry container = container(way);
        write(container.hive("HKCU"), everything());
        Object file = Files.readAttributes(container.hive("HKCU"), "unix:ino").get("ino");
        RunningRegistry.Start start = container.start();
        container.must("put", "HKLM-SW\\Vendor", "name", "text");
        assertThat(start.end()).isZero();

        assertThat(Files.readAttributes(container.hive("HKCU"), "unix:ino").get("ino"))
                .isEqualTo(file);
        assertThat(Hive.read(container.hive("HKLM-SW")).root().find("Vendor")).isPresent();
        assertThat(folder.resolve("container/logs")).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource(names = {"WHOLE", "HIVE"})
    void volatileKeysDoNotReachTheHive(Way way) throws Exception {
        RunningRegistry container = container(way);
        RunningRegistry.Start start = container.start();
        container.must("put", "HKCU\\Vendor", "name", "text");
        container.must("volatile", "HKCU\\Vendor\\session");
        start.end();
        assertThat(container.user().child("Vendor").orElseThrow().children()).isEmpty();
    }

    @Test
    void variablesGetThisMachinesValuesAndAreKeptWhereNothingChanged() throws Exception {
        RunningRegistry container = container(Way.WHOLE);
        HiveKey root = HiveKey.root("ROOT");
        HiveKey key = root.findOrCreate("Vendor");
        key.put(RegistryValue.text("kept", "%CONTAINER_USERPROFILE:slash%/a;%CONTAINER_PERCENT%CONTAINER_X%;%Path%"));
        key.put(RegistryValue.text("changed", "old"));
        key.put(RegistryValue.text("%CONTAINER_APPDATA%\\name", "x"));
        key.findOrCreate("%CONTAINER_USERSID%\\deep").put(RegistryValue.dword("n", 1));
        write(container.hive("HKCU"), root);
        String profile = "C:\\users\\" + System.getProperty("user.name");
        RunningRegistry.Start start = container.start();
        container.must("put", "HKCU\\Vendor", "changed", profile + "\\AppData\\Local\\x");
        container.must("put", "HKCU\\Vendor", "sentence", "in C:/Users/" + System.getProperty("user.name") + ".");
        container.must("put", "HKCU\\Vendor", "other", profile + "2\\x %CONTAINER_TEMP%");
        container.must("put", "HKCU\\Vendor", profile + "\\AppData\\Roaming\\name", "y");
        start.end();

        HiveKey vendor = container.user().child("Vendor").orElseThrow();
        assertThat(vendor.values().stream()
                        .map(value -> value.name() + "=" + RegistryData.text(value.data()))
                        .toList())
                .containsExactly(
                        "%CONTAINER_APPDATA%\\name=y",
                        "changed=%CONTAINER_LOCALAPPDATA%\\x",
                        "kept=%CONTAINER_USERPROFILE:slash%/a;%CONTAINER_PERCENT%CONTAINER_X%;%Path%",
                        "other=" + profile + "2\\x %CONTAINER_PERCENT%CONTAINER_TEMP%",
                        "sentence=in %CONTAINER_USERPROFILE:slash%.");
        assertThat(vendor.find("%CONTAINER_USERSID%\\deep")).isPresent();
    }

    @Test
    void aDamagedHiveIsRefusedWithItsFileAndByte() throws Exception {
        RunningRegistry container = container(Way.WHOLE);
        write(container.hive("HKLM-SW"), everything());
        byte[] hive = Files.readAllBytes(container.hive("HKLM-SW"));
        hive[4096] = 'x';
        Files.write(container.hive("HKLM-SW"), hive);

        assertThat(container.startAndEnd()).isEqualTo(DAMAGED);
        assertThat(container.said()).singleElement().asString().contains("HKLM-SW.hiv", "at byte 4096", "hbin");
        assertThat(container.events())
                .satisfiesExactly(
                        damaged -> assertThat(damaged).contains("\"event\":\"hive-damaged\"", "HKLM-SW.hiv"),
                        refused -> assertThat(refused).contains("\"event\":\"refused\"", "\"214\"", "HKLM-SW.hiv"));
        assertThat(container.must("sessions")).isEqualTo("none");
    }

    @ParameterizedTest
    @EnumSource(names = {"WHOLE", "HIVE"})
    void twoStartsShareOneStateAndTheLastOneWritesItBack(Way way) throws Exception {
        RunningRegistry container = container(way);
        RunningRegistry.Start first = container.start();
        container.must("put", "HKCU\\Vendor", "first", "1");
        RunningRegistry.Start second = container.start();
        assertThat(first.end()).isZero();
        assertThat(container.hive("HKCU")).doesNotExist();
        container.must("put", "HKCU\\Vendor", "second", "2");
        assertThat(second.end()).isZero();
        assertThat(container.user().child("Vendor").orElseThrow().values()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void theNextStartKeepsWhatAKilledLauncherLeft(Way way) throws Exception {
        RunningRegistry container = container(way);
        RunningRegistry.Start start = container.start();
        container.must("put", "HKCU\\Vendor", "name", "text");
        start.kill();
        assertThat(container.hive("HKCU")).doesNotExist();

        assertThat(container.startAndEnd()).isZero();
        assertThat(container.user().child("Vendor").orElseThrow().value("name")).isPresent();
        assertThat(container.events()).singleElement().asString().contains("registry-recovered");
        assertThat(container.must("sessions")).isEqualTo("none");
    }

    @ParameterizedTest
    @EnumSource(names = {"WHOLE", "HIVE"})
    void aHiveThatSomebodyChangedMeanwhileStaysAndWhatWasLeftLiesBesideIt(Way way) throws Exception {
        RunningRegistry container = container(way);
        RunningRegistry.Start start = container.start();
        container.must("put", "HKCU\\Vendor", "name", "of the session");
        start.kill();
        HiveKey other = HiveKey.root("ROOT");
        other.childOrCreate("Other");
        write(container.hive("HKCU"), other);

        assertThat(container.startAndEnd()).isZero();
        assertThat(container.user().children()).extracting(HiveKey::name).containsExactly("Other");
        assertThat(Hive.read(container.hive("HKCU.recovered")).root().find("Vendor"))
                .isPresent();
        assertThat(container.events()).anyMatch(line -> line.contains("registry-kept-apart"));
    }

    /** What an application was in the middle of when all were killed stands beside the hives (session/step.h). */
    @ParameterizedTest
    @EnumSource(Way.class)
    void whatWasBegunWithAKeyIsFinishedByTheNextStart(Way way) throws Exception {
        RunningRegistry container = container(way);
        step(container, "delete HKCU\\Vendor\\standing", "HKCU\\Vendor\\standing");
        step(container, "delete HKCU\\Vendor\\taken away", "HKCU\\Vendor");
        step(container, "make HKCU\\Vendor\\not made", "HKCU\\Vendor");
        step(container, "make HKCU\\Vendor\\made", "HKCU\\Vendor\\made");
        step(container, "delete HKCU\\Nothing\\above", "HKCU\\Vendor");

        HiveKey user = container.user();
        HiveKey vendor = user.child("Vendor").orElseThrow();
        for (String gone : List.of("standing", "taken away", "not made")) {
            HiveKey key = vendor.child(gone).orElseThrow();
            assertThat(RegistryWhiteout.is(key)).as(gone).isTrue();
            assertThat(key.values()).isEmpty();
        }
        HiveKey made = vendor.child("made").orElseThrow();
        assertThat(RegistryWhiteout.is(made)).isFalse();
        assertThat(made.value("name")).isPresent();
        assertThat(user.child("Nothing")).isEmpty();
    }

    private static void step(RunningRegistry container, String step, String key) throws Exception {
        RunningRegistry.Start start = container.start();
        container.must("put", key, "name", "text");
        container.must("put", "State", "Step", step);
        start.kill();
        assertThat(container.startAndEnd()).isZero();
    }

    /** More of them: -Dctnr.kills=100. */
    @ParameterizedTest
    @EnumSource(names = {"WHOLE", "HIVE"})
    void killedAtAnyMomentItLosesNothingThatWasWrittenBack(Way way) throws Exception {
        RunningRegistry container = container(way);
        Random random = new Random(14);
        int rounds = Integer.getInteger("ctnr.kills", 6);
        for (int i = 0; i < rounds; i++) {
            RunningRegistry.Start start = container.start();
            container.must("put", "HKCU\\Round " + i, "done", "yes");
            Process writer = container.keys("hammer", "HKCU\\Hammer", "1000000");
            TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
            if (i % 3 == 2) {
                start.letEnd(); // killed while it may be writing back
                TimeUnit.MILLISECONDS.sleep(random.nextInt(200));
            }
            start.kill();
            container.killKeys(writer);
            if (Files.exists(container.hive("HKCU"))) {
                Hivex.shell(container.hive("HKCU"), "ls");
            }
            assertThat(container.startAndEnd()).isZero();
            HiveKey user = container.user();
            for (int earlier = 0; earlier <= i; earlier++) {
                assertThat(user.child("Round " + earlier))
                        .as("round %d after kill %d", earlier, i)
                        .isPresent();
            }
        }
        assertThat(container.must("sessions")).isEqualTo("none");
    }

    /** What a container takes along is enough, where a hive's last state is in its file. */
    @Test
    void aHiveThatWasLeftIsReadWhereWindowsLoadsNone() throws Exception {
        RunningRegistry left = left();
        RunningRegistry moved = new RunningRegistry(left.root, Way.WHOLE);
        assertThat(moved.startAndEnd()).isZero();
        assertThat(moved.user().child("Vendor").orElseThrow().value("name")).isPresent();
        assertThat(moved.events()).singleElement().asString().contains("registry-recovered");
        assertThat(moved.root.resolve("logs/registry.hive")).doesNotExist();
    }

    @Test
    void aHiveThatWasLeftWithItsLastStateInItsLogsIsNotGivenUp() throws Exception {
        RunningRegistry left = left();
        Path hive = left.root.resolve("logs/registry.hive");
        byte[] bytes = Files.readAllBytes(hive);
        bytes[4]++; // the first of the two numbers that are the same in a hive that is whole
        Files.write(hive, bytes);
        RunningRegistry moved = new RunningRegistry(left.root, Way.WHOLE);
        assertThat(moved.startAndEnd()).isEqualTo(214);
        assertThat(moved.said())
                .singleElement()
                .asString()
                .contains("registry.hive", "can't be read here", "remove the file");
        assertThat(hive).exists();
        Files.delete(hive);
        assertThat(moved.startAndEnd()).isZero();
        assertThat(moved.events()).anyMatch(line -> line.contains("registry-lost"));
    }

    /** A container whose launcher was killed, and whose hive Windows wrote and let go of after that. */
    private RunningRegistry left() throws Exception {
        RunningRegistry container = container(Way.HIVE);
        container.start().kill();
        RunningRegistry.machine().run("wine", "reg", "delete", "HKCU\\Software\\CtnrStandIn", "/f");
        Path file = container.root.resolve("logs/registry.hive");
        Hive hive = Hive.read(file);
        hive.root().findOrCreate("HKCU\\Vendor").put(RegistryValue.text("name", "text"));
        hive.write(file);
        return container;
    }
}
