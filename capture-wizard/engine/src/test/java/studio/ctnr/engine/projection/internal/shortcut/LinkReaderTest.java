package studio.ctnr.engine.projection.internal.shortcut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.ctnr.engine.projection.LinkBytes;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.bytes.Damaged;

class LinkReaderTest {
    private static ShellLink read(byte[] link) throws IOException {
        return LinkReader.read(Bytes.of(link));
    }

    private static byte[] madeByWine() throws IOException {
        try (InputStream link = LinkReaderTest.class.getResourceAsStream("made-by-wine.lnk")) {
            return link.readAllBytes();
        }
    }

    @Test
    void aShortcutThatWineMadeIsRead() throws IOException {
        ShellLink link = read(madeByWine());
        assertThat(link.target()).hasValue("C:\\Program Files (x86)\\Vector Café\\vector.exe");
        assertThat(link.arguments()).isEqualTo("--open \"a b\"");
        assertThat(link.workingFolder()).isEqualTo("C:\\Program Files (x86)\\Vector Café");
        assertThat(link.description()).isEqualTo("Draws vectors");
        assertThat(link.iconFile()).hasValue("C:\\Program Files (x86)\\Vector Café\\vector.exe");
        assertThat(link.iconIndex()).isEqualTo(2);
        assertThat(link.advertised()).isEmpty();
    }

    @Test
    void aTargetInAnyScriptIsRead() throws IOException {
        byte[] link = LinkBytes.to("C:\\Program Files\\向量\\editor.exe")
                .texts("Überblick", null, null, null)
                .iconIndex(-101)
                .bytes();
        assertThat(read(link).target()).hasValue("C:\\Program Files\\向量\\editor.exe");
        assertThat(read(link).description()).isEqualTo("Überblick");
        assertThat(read(link).iconFile()).isEmpty();
        assertThat(read(link).iconIndex()).isEqualTo(-101);
    }

    @Test
    void environmentVariablesInATargetGoFirst() throws IOException {
        byte[] link = LinkBytes.to("C:\\Old\\x.exe")
                .environment("%ProgramFiles%\\New\\x.exe")
                .bytes();
        assertThat(read(link).target()).hasValue("%ProgramFiles%\\New\\x.exe");
    }

    @Test
    void anAdvertisedShortcutNamesProductFeatureAndComponent() throws IOException {
        byte[] link = LinkBytes.empty()
                .darwin("sGp&KNW.-@`(w{6~s.F!Main>,B%@EnP$o@.3-TZt{M](")
                .bytes();
        DarwinDescriptor descriptor = read(link).advertised().orElseThrow();
        assertThat(descriptor.product()).isEqualTo("{6D0A1F5E-6C0E-4B0B-9A57-0A3B1F6F1A01}");
        assertThat(descriptor.feature()).isEqualTo("Main");
        assertThat(descriptor.component()).hasValue("{5B1C2F62-8F2C-4D3C-8E5A-2F9D5B0F7A11}");
        assertThat(DarwinDescriptor.squashed(descriptor.product())).isEqualTo("E5F1A0D6E0C6B0B4A975A0B3F1F6A110");
    }

    @Test
    void whatIsNoShortcutIsRefused() {
        assertThatThrownBy(() -> read("[InternetShortcut]".getBytes()))
                .isInstanceOf(Damaged.class)
                .hasMessageContaining("Not a shortcut");
    }

    @Test
    void damageEndsInAnErrorOrAnAnswerWhereverItIs() throws IOException {
        byte[] wine = madeByWine();
        byte[] built = LinkBytes.to("C:\\App\\x.exe")
                .texts("a", "b", "c", "d")
                .environment("%X%\\x.exe")
                .bytes();
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = (i % 2 == 0 ? wine : built).clone();
            for (int flips = 0; flips < 4; flips++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = random.nextInt(3) == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged;
            try {
                read(cut);
            } catch (Damaged expected) {
                assertThat(expected).hasMessageContaining("offset");
            } catch (RuntimeException other) {
                fail("Damage must be told as such", other);
            }
        }
    }
}
