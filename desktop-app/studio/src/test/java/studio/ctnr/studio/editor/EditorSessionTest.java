package studio.ctnr.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.studio.editor.config.ConfigModel;
import studio.ctnr.toolkit.background.Background;

class EditorSessionTest {
    private static final String BEFORE = "name: App\n";

    @TempDir
    private Path folder;

    private final EditorSession session = new EditorSession();

    @Test
    void whatSeveralTabsShowIsSavedOnce() {
        ConfigModel config = config();
        session.offer("config", () -> new Showing("config", config));
        session.offer("isolation", () -> new Showing("isolation", config));
        session.show("config");
        session.show("isolation");
        config.set("version", "2");

        assertThat(session.modified()).containsExactly(config);
        assertThat(session.modifiedProperty().get()).isTrue();

        session.undo();
        assertThat(session.modified()).isEmpty();
        assertThat(session.modifiedProperty().get()).isFalse();
    }

    @Test
    void whatIsEditedWithoutATabOfItsOwnIsSavedAndOfferedAfterACrash() throws Exception {
        ConfigModel config = config();
        session.edits(config);
        session.offer("files", () -> new Showing("files", config));
        config.set("version", "2");
        assertThat(session.modified()).containsExactly(config);
        config.keep(folder);

        ConfigModel again = config();
        again.draft(folder).orElseThrow().run();

        assertThat(again.textAt("version")).isEqualTo("2");
        again.history().undo();
        assertThat(again.textProperty().get()).isEqualTo(BEFORE);
    }

    @Test
    void editsThatAreCalledTheSameAreEachHeardOf() {
        ConfigModel config = config();
        List<String> heard = new ArrayList<>();
        session.edits(config);
        session.onEdit(() -> heard.add(config.textAt("version")));

        config.set("version", "2");
        config.set("version", "3");

        assertThat(heard).containsExactly("2", "3");
    }

    private ConfigModel config() {
        return new ConfigModel(folder.resolve("app.yml"), BEFORE, Background.immediate());
    }

    private record Showing(String id, Edited what) implements EditorTab {
        @Override
        public Node view() {
            throw new AssertionError("Nothing is drawn here");
        }

        @Override
        public Optional<Edited> edited() {
            return Optional.of(what);
        }
    }
}
