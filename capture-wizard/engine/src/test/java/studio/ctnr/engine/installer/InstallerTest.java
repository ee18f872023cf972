package studio.ctnr.engine.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class InstallerTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = InstallerKind.class,
            mode = Mode.EXCLUDE,
            names = {"MSI", "SCRIPT", "UNKNOWN"})
    void aProgramIsToldByTheMarkerInIt(InstallerKind kind) throws IOException {
        assertThat(Installer.recognise(program("setup.exe", kind.marker())).kind())
                .isEqualTo(kind);
    }

    @Test
    void aProgramWithoutAnyMarkerIsAPlainProgram() throws IOException {
        Installer installer = Installer.recognise(program("setup.exe", new byte[0]));

        assertThat(installer.kind()).isEqualTo(InstallerKind.UNKNOWN);
        assertThat(installer.kind().silentArguments()).isEmpty();
    }

    @Test
    void aBundleThatCarriesAnotherInstallerIsStillABundle() throws IOException {
        byte[] both = (".wixburn...").getBytes(StandardCharsets.US_ASCII);
        byte[] inner = InstallerKind.NSIS.marker();
        byte[] all = new byte[both.length + inner.length];
        System.arraycopy(inner, 0, all, 0, inner.length);
        System.arraycopy(both, 0, all, inner.length, both.length);

        assertThat(Installer.recognise(program("setup.exe", all)).kind()).isEqualTo(InstallerKind.WIX_BURN);
    }

    @Test
    void aMarkerThatLiesAcrossTwoReadsIsFound() throws IOException {
        byte[] marker = "needle".getBytes(StandardCharsets.US_ASCII);
        for (int before = (1 << 16) - marker.length; before <= (1 << 16); before++) {
            byte[] bytes = new byte[before + marker.length];
            System.arraycopy(marker, 0, bytes, before, marker.length);

            assertThat(MarkerScan.of(List.of(marker))
                            .find(new ByteArrayInputStream(bytes))
                            .get(0))
                    .as("with %d bytes before it", before)
                    .isTrue();
        }
    }

    @Test
    void anOleFileIsAWindowsInstallerPackage() throws IOException {
        byte[] ole = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1, 0, 0};
        Path file = Files.write(folder.resolve("x.msi"), ole);

        assertThat(Installer.recognise(file).kind()).isEqualTo(InstallerKind.MSI);
    }

    @Test
    void aBatchFileIsToldByItsName() throws IOException {
        Path file = Files.writeString(folder.resolve("Install.CMD"), "@echo off");

        assertThat(Installer.recognise(file).kind()).isEqualTo(InstallerKind.SCRIPT);
    }

    @Test
    void whatWindowsCannotStartIsRefusedWithAWordOnWhatItIs() throws IOException {
        Path zip = Files.writeString(folder.resolve("app.zip"), "PK\u0003\u0004");

        assertThatThrownBy(() -> Installer.recognise(zip))
                .isInstanceOf(NotAnInstallerException.class)
                .hasMessageContaining("app.zip")
                .hasMessageContaining("unpack it");
        assertThatThrownBy(() -> Installer.recognise(folder.resolve("none.exe")))
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> Installer.recognise(folder)).hasMessageContaining("is no file");
    }

    private Path program(String name, byte[] inside) throws IOException {
        byte[] bytes = new byte[100_000 + inside.length];
        bytes[0] = 'M';
        bytes[1] = 'Z';
        System.arraycopy(inside, 0, bytes, 99_000, inside.length);
        return Files.write(folder.resolve(name), bytes);
    }
}
