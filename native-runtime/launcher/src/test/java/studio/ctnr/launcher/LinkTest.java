package studio.ctnr.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Symbolic links and junctions of a container's: they lead to places of the view, and the host is what it was. */
class LinkTest extends OnMachine {
    private static final int JUNCTION = 0xa0000003;
    private static final int SYMLINK = 0xa000000c;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"x64", "x86"})
    void linksLeadToPlacesOfTheView(String bits) throws Exception {
        TestContainer container = TestContainer.of(folder.resolve("container"), bits, "links", """
                isolation:
                  filesystem:
                    - { path: 'C:\\links\\modes\\isolated\\**', mode: isolated }
                    - { path: 'C:\\links\\modes\\bothdir\\**', mode: host }
                """);
        Path program = TestContainer.testProgram(bits, "links");
        List<String> checks = container.plain(program).out();
        Path host = container.drive().resolve("links");
        Path own = container.root.resolve("rootfs/Drives/C/links");
        Layers.make(host, checks, Layers.HOST);
        Layers.make(own, checks, Layers.CONTAINER);
        Files.createSymbolicLink(host.resolve("host-links/alias"), Path.of("hostdir"));
        damage(own.resolve("damaged"));
        deceive(own.resolve("malicious"));
        var before = Layers.contents(host);

        TestContainer.Said said = container.launch("--", "C:\\links");

        assertThat(said.status()).as(String.join("\n", said.err())).isZero();
        assertThat(said.out()).hasSizeGreaterThan(30);
        assertThat(said.out())
                .containsExactlyElementsOf(
                        checks.stream().map(name -> name + ": right").toList());
        assertThat(Layers.contents(host)).isEqualTo(before);
        assertThat(own.resolve("redone")).isDirectoryNotContaining("glob:**.wh..wh.*");
        Layers.remove(host);
    }

    /** What does not hold a whole link makes none, and what stands beside nothing is none. */
    private static void damage(Path place) throws Exception {
        byte[] whole = link(SYMLINK, "..\\own.txt", 1);
        mark(place, "empty", new byte[0]);
        mark(place, "short", Arrays.copyOf(whole, 7));
        mark(place, "long", Arrays.copyOf(whole, whole.length + 2));
        mark(place, "odd", with(whole, 10, 3));
        mark(place, "beyond", with(whole, 10, 0x7ffe));
        mark(place, "other-tag", with(whole, 0, 0x1234));
        mark(place, "huge", new byte[1 << 20]);
        mark(place, "nothing", whole);
        Files.delete(place.resolve("nothing"));
    }

    private static void deceive(Path place) throws Exception {
        mark(place, "self", link(JUNCTION, "\\??\\C:\\links\\malicious\\self", 0));
        mark(place, "up", link(SYMLINK, "..\\..\\..\\..\\..", 1));
        mark(place, "slash", link(SYMLINK, "../malicious/own.txt", 1));
        mark(place, "zero", link(SYMLINK, "own.txt\0", 1));
        mark(place, "nameless", link(JUNCTION, "links", 0));
    }

    private static void mark(Path place, String name, byte[] content) throws Exception {
        Files.createDirectory(place.resolve(name));
        Files.write(place.resolve(".wh..wh.lnk." + name), content);
    }

    private static byte[] with(byte[] whole, int at, int value) {
        return ByteBuffer.wrap(whole.clone())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(at, (short) value)
                .array();
    }

    /** A REPARSE_DATA_BUFFER; a junction has no flags. */
    private static byte[] link(int tag, String target, int flags) {
        byte[] name = target.getBytes(StandardCharsets.UTF_16LE);
        int fields = tag == SYMLINK ? 12 : 8;
        ByteBuffer bytes = ByteBuffer.allocate(8 + fields + name.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(tag).putShort((short) (fields + name.length)).putShort((short) 0);
        bytes.putShort((short) 0)
                .putShort((short) name.length)
                .putShort((short) 0)
                .putShort((short) 0);
        if (tag == SYMLINK) {
            bytes.putInt(flags);
        }
        return bytes.put(name).array();
    }
}
