package studio.ctnr.container;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerLayoutTest {
    private final ContainerLayout layout = ContainerLayout.of(WindowsPath.of("C:\\Users\\ana"));

    @ParameterizedTest
    @CsvSource({
        "C:\\Program Files\\X\\a.exe, rootfs/ProgramFiles/X/a.exe",
        "C:\\Program Files (x86)\\X, rootfs/ProgramFilesX86/X",
        "C:\\Program Files Extra\\X, rootfs/Drives/C/Program Files Extra/X",
        "C:\\ProgramData\\X, rootfs/ProgramData/X",
        "C:\\Windows\\System32\\x.dll, rootfs/Windows/System32/x.dll",
        "C:\\Windows, rootfs/Windows",
        "C:\\, rootfs/Drives/C",
        "C:\\Tools\\x, rootfs/Drives/C/Tools/x",
        "D:\\Windows\\x, rootfs/Drives/D/Windows/x",
        "C:\\Users\\Public\\x, rootfs/Drives/C/Users/Public/x",
        "C:\\Users\\anabel\\x, rootfs/Drives/C/Users/anabel/x",
        "C:\\Users\\ana, user/Profile",
        "C:\\Users\\ana\\Documents\\x, user/Profile/Documents/x",
        "C:\\Users\\ana\\AppData, user/Profile/AppData",
        "C:\\Users\\ana\\AppData\\Roaming\\X, user/AppData/Roaming/X",
        "C:\\Users\\ana\\AppData\\Local\\X, user/LocalAppData/X",
        "C:\\Users\\ana\\AppData\\LocalLow\\X, user/Profile/AppData/LocalLow/X",
        "C:\\Users\\ana\\AppData\\Local\\Temp\\X, temp/X",
    })
    void aPathGoesToItsPlaceAndBack(String windows, String container) {
        assertThat(layout.toContainer(WindowsPath.of(windows))).isEqualTo(container);
        assertThat(layout.toWindows(container)).map(WindowsPath::toString).hasValue(windows);
    }

    @ParameterizedTest
    @CsvSource({
        "c:\\PROGRAM FILES\\X, rootfs/ProgramFiles/X",
        "C:\\users\\ANA\\appdata\\roaming\\X, user/AppData/Roaming/X",
        "C:\\Users\\ana\\Application Data\\X, user/AppData/Roaming/X",
        "C:\\Users\\ana\\Local Settings\\Application Data\\X, user/LocalAppData/X",
        "C:\\Users\\ana\\Local Settings\\Temp\\X, temp/X",
        "C:\\Documents and Settings\\ana\\Local Settings\\X, user/LocalAppData/X",
        "C:\\Documents and Settings\\All Users\\Application Data\\X, rootfs/ProgramData/X",
        "C:\\Users\\ana\\Start Menu\\X, user/AppData/Roaming/Microsoft/Windows/Start Menu/X",
        "C:\\Users\\ana\\My Documents\\My Music\\X, user/Profile/Music/X",
        "C:\\PROGRA~2\\X, rootfs/ProgramFilesX86/X",
    })
    void otherNamesOfAFolderLeadToTheSamePlace(String windows, String container) {
        assertThat(layout.toContainer(WindowsPath.of(windows))).isEqualTo(container);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "config.yml",
                "bin/launcher.exe",
                "user/Registry/HKCU.hiv",
                "user/AppData",
                "rootfs",
                "rootfs/Drives",
                "rootfs/Drives/C/Windows/x",
                "rootfs/Drives/CC/x",
                "rootfs/Drives/1/x",
                "rootfs/ProgramFiles//x",
                "user/Profile/AppData/Roaming/x",
                ""
            })
    void aContainersOwnPartsHaveNoWindowsPath(String container) {
        assertThat(layout.toWindows(container)).isEmpty();
    }

    @Test
    void theTemporaryFolderMayLieAnywhere() {
        ContainerLayout wine =
                ContainerLayout.of(WindowsPath.of("C:\\users\\root"), WindowsPath.of("C:\\users\\root\\Temp"), 'C');
        assertThat(wine.toContainer(WindowsPath.of("C:\\users\\root\\Temp\\x"))).isEqualTo("temp/x");
        assertThat(wine.toContainer(WindowsPath.of("C:\\users\\root\\AppData\\Local\\Temp\\x")))
                .isEqualTo("temp/x");
    }

    @Test
    void theSystemDriveNeedNotBeC() {
        ContainerLayout onE = ContainerLayout.of(WindowsPath.of("E:\\Users\\ana"), WindowsPath.of("E:\\Temp"), 'E');
        assertThat(onE.toContainer(WindowsPath.of("E:\\Program Files\\x"))).isEqualTo("rootfs/ProgramFiles/x");
        assertThat(onE.toContainer(WindowsPath.of("C:\\Program Files\\x")))
                .isEqualTo("rootfs/Drives/C/Program Files/x");
    }

    @Property
    void whatIsPutInComesOutAtAPathOfTheSameMeaning(@ForAll("paths") WindowsPath path) {
        String stored = layout.toContainer(path);
        WindowsPath back = layout.toWindows(stored).orElseThrow();
        assertThat(layout.toContainer(back)).isEqualToIgnoringCase(stored);
        assertThat(back.name()).isEqualToIgnoringCase(path.name());
    }

    @Provide
    Arbitrary<WindowsPath> paths() {
        Arbitrary<String> name = Arbitraries.of(
                "Program Files", "ProgramData", "windows", "users", "ANA", "AppData", "local", "Roaming", "Temp", "ü");
        return Arbitraries.of("C:\\", "D:\\", "C:\\Users\\ana\\", "C:\\users\\ana\\AppData\\")
                .flatMap(start -> name.list()
                        .ofMinSize(1)
                        .ofMaxSize(5)
                        .map(names -> WindowsPath.of(start + String.join("\\", names) + "\\leaf.txt")));
    }
}
