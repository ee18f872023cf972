package studio.ctnr.wizard.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.engine.rules.RuleSet;
import studio.ctnr.wizard.diff.DiffState;
import studio.ctnr.wizard.diff.DiffTree;
import studio.ctnr.wizard.diff.ExampleChanges;
import studio.ctnr.wizard.preview.Preview.Happened;
import studio.ctnr.wizard.preview.Preview.Line;

class PreviewReaderTest {
    @TempDir
    private Path folder;

    private Preview read(byte[] before, byte[] after) throws IOException {
        Files.createDirectories(folder.resolve("before"));
        Files.createDirectories(folder.resolve("content"));
        Files.write(folder.resolve("before/app.ini"), before);
        Files.write(folder.resolve("content/app.ini"), after);
        DiffTree tree = new ExampleChanges(folder)
                .changed("C:\\app.ini", before.length, after.length)
                .tree();
        int file = tree.end(DiffTree.FILES) - 1;
        while (tree.file(file).isEmpty()) {
            file--;
        }
        return PreviewReader.read(DiffState.judge(tree, RuleSet.NONE), file);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aChangedTextIsShownByItsLines() throws IOException {
        assertThat(read(text("[app]\r\nport=1\r\n"), text("[app]\nport=2\n")))
                .isEqualTo(new Preview.Text(
                        List.of(
                                new Line(Happened.SAME, "[app]"),
                                new Line(Happened.REMOVED, "port=1"),
                                new Line(Happened.ADDED, "port=2")),
                        false));
    }

    @Test
    void aTextInAnotherEncodingIsComparedAsText() throws IOException {
        byte[] before = "\ufeffGrüße\n".getBytes(StandardCharsets.UTF_16LE);
        assertThat(read(before, text("Grüße\nadded\n")))
                .isEqualTo(new Preview.Text(
                        List.of(new Line(Happened.SAME, "Grüße"), new Line(Happened.ADDED, "added")), false));
    }

    @Test
    void bytesThatAreNoTextAreShownAsTheyAreNow() throws IOException {
        assertThat(read(new byte[] {0, 1, 2}, new byte[] {0, 1, 3})).isInstanceOf(Preview.Hex.class);
    }
}
