package studio.ctnr.container.reg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.hive.KeptDescriptor;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.reg.RegEffect.Kind;

class RegImportTest {
    private static final Instant NOW = Instant.parse("2025-05-05T05:05:05Z");

    private final HiveKey user = HiveKey.root("ROOT");
    private final HiveKey software = HiveKey.root("ROOT");
    private final List<RegEffect> effects = new ArrayList<>();

    @BeforeEach
    void fill() {
        HiveKey key = user.findOrCreate("Software\\Vendor");
        key.put(RegistryValue.dword("number", 1));
        key.put(RegistryValue.dword("gone", 1));
        key.childOrCreate("Below").childOrCreate("Deeper");
    }

    private void apply(String body) throws IOException {
        HiveMounts mounts = HiveMounts.of("HKCU", user).mount("HKLM\\Software", software);
        byte[] file = (RegVersion.V5.header() + "\n" + body).getBytes(StandardCharsets.UTF_8);
        RegFileReader.read(
                new ByteArrayInputStream(file),
                "test.reg",
                RegFileReader.ANSI,
                new RegImport(mounts, "test.reg", NOW, effects::add));
    }

    @Test
    void changesWhatTheFileAsksForAndTellsIt() throws IOException {
        apply("""
                [HKEY_CURRENT_USER\\SOFTWARE\\vendor]
                "number"=dword:2
                "gone"=-
                "new"="x"
                "never"=-
                [-HKEY_CURRENT_USER\\Software\\Vendor\\below]
                [-HKEY_CURRENT_USER\\Software\\Vendor\\Missing]
                """);

        HiveKey vendor = user.find("Software\\Vendor").orElseThrow();
        assertThat(vendor.values()).containsExactly(RegistryValue.text("new", "x"), RegistryValue.dword("number", 2));
        assertThat(vendor.children()).isEmpty();
        assertThat(vendor.lastWritten()).isEqualTo(NOW);
        assertThat(effects)
                .extracting(RegEffect::kind)
                .containsExactly(Kind.VALUE_CHANGED, Kind.VALUE_REMOVED, Kind.VALUE_ADDED, Kind.KEY_REMOVED);
    }

    @Test
    void tellsNothingWhenAllIsSoAlready() throws IOException {
        apply("[HKCU\\Software\\Vendor]\n\"NUMBER\"=dword:1\n");

        assertThat(effects).isEmpty();
        assertThat(user.find("Software\\Vendor").orElseThrow().lastWritten()).isNotEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Ctnr.Security\"=\"D:(A;;KA;;;BA)\"",
                "\"ctnr.security\"=hex(63746e73):44,00",
                "\"other\"=hex(63746e73):44,00",
                "\"ctnr.security\"=-"
            })
    void theDescriptorThatAKeyKeepsIsNoValueOfAFile(String line) {
        HiveKey vendor = user.find("Software\\Vendor").orElseThrow();
        vendor.put(new RegistryValue(KeptDescriptor.NAME, KeptDescriptor.VALUE_TYPE, new byte[] {'D', 0}));
        List<RegistryValue> before = List.copyOf(vendor.values());

        assertThatThrownBy(() -> apply("[HKCU\\Software\\Vendor]\n" + line + "\n\"new\"=\"x\"\n"))
                .isInstanceOf(RegFormatException.class)
                .hasMessageStartingWith("test.reg:3:1: ")
                .hasMessageContaining("security descriptor")
                .hasMessageContaining("remove the line");

        assertThat(vendor.values()).containsExactlyElementsOf(before);
    }

    @Test
    void findsTheHiveForEachKey() throws IOException {
        apply("[HKEY_LOCAL_MACHINE\\SOFTWARE\\A]\n[HKEY_CLASSES_ROOT\\.txt]\n[HKCR\\.doc\\x]\n[HKCU\\B]\n");

        assertThat(software.find("A")).isPresent();
        assertThat(software.find("Classes\\.txt")).isPresent();
        assertThat(software.find("Classes\\.doc\\x")).isPresent();
        assertThat(user.find("B")).isPresent();
    }

    @Test
    void refusesKeysThatLieElsewhere() {
        assertThatThrownBy(() -> apply("[HKCU\\A]\n[HKEY_LOCAL_MACHINE\\System\\B]\n"))
                .isInstanceOf(RegFormatException.class)
                .hasMessage("test.reg:3:1: the key lies outside what is imported to: HKEY_LOCAL_MACHINE\\System\\B");
    }

    @Test
    void refusesToDeleteTheHivesRoot() {
        assertThatThrownBy(() -> apply("[-HKEY_CURRENT_USER]\n")).hasMessageContaining("root key");
    }

    @Test
    void refusesNamesThatAreTooLong() {
        assertThatThrownBy(() -> apply("[HKCU\\" + "x".repeat(257) + "]\n"))
                .isInstanceOf(RegFormatException.class)
                .hasMessageContaining("1 to 256 characters");
    }

    @Test
    void seesAKeyAgainThatWasDeletedInBetween() throws IOException {
        apply("[HKCU\\A]\n\"x\"=\"1\"\n[-HKCU\\A]\n[HKCU\\A]\n\"y\"=\"1\"\n");

        assertThat(user.find("A").orElseThrow().values()).containsExactly(RegistryValue.text("y", "1"));
    }
}
