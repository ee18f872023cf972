package studio.ctnr.studio.editor.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import studio.ctnr.container.config.Isolation.Mode;
import studio.ctnr.container.view.Explanation.Decision;
import studio.ctnr.studio.editor.config.ConfigModel;
import studio.ctnr.toolkit.background.Background;

class FileModesTest {
    private static final String APP = "C:\\Program Files\\App";
    private static final String BEFORE = """
            id: app
            name: App
            version: "1" # as its About box says
            isolation:
              filesystem:
                - {path: '%ProgramFiles%\\App\\**', mode: isolated}
            """;

    private final ConfigModel config = new ConfigModel(Path.of("config.yml"), BEFORE, Background.immediate());
    private final FileModes modes = new FileModes(config);

    @Test
    void aPlaceIsAsTheRulesAboveItSay() {
        assertThat(modes.of(APP + "\\Lang\\es.txt").map(Decision::mode)).contains(Mode.ISOLATED);
        assertThat(modes.of("C:\\Users\\user\\Documents\\a").map(Decision::mode))
                .contains(Mode.HOST);
        assertThat(modes.of("C:\\Other").map(Decision::mode)).contains(Mode.MERGED);
        assertThat(modes.isOwn(APP, true)).isTrue();
        assertThat(modes.isOwn(APP + "\\Lang", true)).isFalse();
    }

    @Test
    void aModeBecomesARuleAndIsTakenBack() {
        modes.set(APP + "\\Lang", true, Mode.HOST);
        assertThat(modes.of(APP + "\\Lang\\es.txt").map(Decision::mode)).contains(Mode.HOST);
        assertThat(config.textProperty().get())
                .contains("# as its About box says")
                .contains("\\\\Lang\\\\**");

        modes.undo().run();
        assertThat(config.textProperty().get()).isEqualTo(BEFORE);
    }

    @Test
    void theRuleOfAPlaceIsChangedHoweverItIsWritten() {
        modes.set(APP, true, Mode.HOST);
        assertThat(config.textProperty().get()).contains("%ProgramFiles%").contains("mode: host");

        modes.clear(APP, true);
        assertThat(modes.of(APP).map(Decision::mode)).contains(Mode.MERGED);
        assertThat(modes.isOwn(APP, true)).isFalse();
    }

    @Test
    void undoingLaterTakesNothingElseBack() {
        modes.set(APP + "\\Lang", true, Mode.HOST);
        Runnable undo = modes.undo();
        config.set("version", "2");

        undo.run();

        assertThat(config.textAt("version")).isEqualTo("2");
    }

    @Test
    void nothingIsSaidWhileTheTextIsNoConfig() {
        config.edit("break", known -> known.set("isolation.filesystem", "none"));
        assertThat(modes.rulesProperty().get()).isEmpty();
    }
}
