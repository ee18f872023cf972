package studio.ctnr.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Three thousand answers about files: two layers in a container must give those of one plain folder, error codes and the
 * order of names included, and the host must keep what it had.
 */
class FileViewTest extends OnMachine {
    /** Checks that move what they are asked about onto a file. */
    private static final Set<String> REPLACING = Set.of("move-copy-allowed", "rename-by-handle-over", "rename-posix");

    private static final Set<String> FOLDERS = Set.of("hostdir", "bothdir", "redone");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"x64", "x86"})
    void twoLayersAnswerAsOneFolderDoes(String bits) throws Exception {
        TestContainer container = TestContainer.of(folder.resolve("container"), bits, "files", "");
        Path program = TestContainer.testProgram(bits, "files");
        List<String> folders =
                container.plain(program).out().stream().distinct().toList();
        Path plain = container.drive().resolve("plain");
        Path host = container.drive().resolve("layers");
        Layers.make(plain, folders, Layers.MERGED);
        Layers.make(host, folders, Layers.HOST);
        Layers.make(container.root.resolve("rootfs/Drives/C/layers"), folders, Layers.CONTAINER);
        var before = Layers.contents(host);

        List<String> expected = container.plain(program, "C:\\plain").out();
        TestContainer.Said said = container.launch("--", "C:\\layers");

        assertThat(said.status()).as(String.join("\n", said.err())).isZero();
        assertThat(expected).hasSizeGreaterThan(2900);
        assertThat(expected.stream().map(line -> line.split(" ")[0]).distinct()).hasSizeGreaterThan(240);
        assertThat(differences(expected, said.out())).isEmpty();
        assertThat(Layers.contents(host)).isEqualTo(before);
        assertThat(container.root.resolve("rootfs/Drives/C/layers/told-closed-6/hostdir"))
                .as("what a watch of a folder makes")
                .doesNotExist();
        Layers.remove(plain);
        Layers.remove(host);
    }

    private static List<String> differences(List<String> expected, List<String> given) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < Math.max(expected.size(), given.size()); i++) {
            String one = i < expected.size() ? expected.get(i) : "nothing";
            String other = i < given.size() ? given.get(i) : "nothing";
            if (!one.equals(other) && !isLeniencyOfWine(other) && !isUnknownToWine(one, other, given)) {
                found.add("plain:     " + one + "\ncontainer: " + other);
            }
        }
        return found;
    }

    /**
     * What Windows does and Wine does not: opening a file by the name of its volume or its device, renaming by a name
     * without a folder, listing with wide ids. Inside, the answer is that to the same question asked in the usual way.
     */
    private static boolean isUnknownToWine(String plain, String other, List<String> given) {
        String usual;
        if (plain.contains("ok error-66 ")) {
            usual = other.replaceFirst("^spelled-by-(volume|kernel-device) ", "spelled-verbatim ")
                    .replaceFirst(": ok ", ": ");
        } else if (plain.startsWith("rename-by-name ") && plain.contains(" c000003b there ")) {
            usual = other.replaceFirst("^rename-by-name ", "rename-by-handle ");
        } else if (plain.startsWith("list-by-handle-wide ") && plain.endsWith(" end-87")) {
            usual = other.replaceFirst("^list-by-handle-wide ", "list-by-handle ");
        } else {
            return false;
        }
        return given.contains(usual);
    }

    /**
     * Wine, as root, writes to read-only files, and puts a folder in the place of a file; Windows denies both
     * (MoveFileEx: "If lpNewFileName or lpExistingFileName name a directory ... error"), and so does the runtime.
     */
    private static boolean isLeniencyOfWine(String line) {
        String[] words = line.split("[ :]+");
        boolean locked = words[1].equals("locked.txt") || words[0].equals("replace-locked");
        boolean replaces = words[0].startsWith("replace-") || REPLACING.contains(words[0]);
        boolean refused = line.contains(" error-5 ") || line.contains(" c0000022 ");
        return (locked || (replaces && FOLDERS.contains(words[1])))
                && (refused || words[2].equals("error-5") || words[2].equals("c0000022"));
    }
}
