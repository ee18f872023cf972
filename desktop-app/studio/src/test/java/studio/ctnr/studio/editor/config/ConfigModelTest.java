package studio.ctnr.studio.editor.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.toolkit.background.Background;

class ConfigModelTest {
    private static final String TEXT = """
            # mine
            id: 'a'   # kept
            name: "A"
            version: "1"
            runtime: {hooks: {registry: minifltr}}
            """;

    @TempDir
    private Path folder;

    private ConfigModel model(String text) {
        return new ConfigModel(folder.resolve("config.yml"), text, Background.immediate());
    }

    @Test
    void aFormChangesTheLineThatItMeansAndNoOther() {
        ConfigModel model = model(TEXT);

        model.set("name", "B");

        assertThat(model.textProperty().get()).isEqualTo(TEXT.replace("\"A\"", "\"B\""));
        model.history().undo();
        assertThat(model.textProperty().get()).isEqualTo(TEXT);
    }

    @Test
    void anEmptyFieldRemovesItsSetting() {
        ConfigModel model = model(TEXT);

        model.set("publisher", "P");
        model.set("publisher", "");
        model.set("homepage", "");

        assertThat(model.textProperty().get()).isEqualTo(TEXT);
    }

    @Test
    void whatIsTypedIsOneEditAndReachesTheFormAtOnce() {
        ConfigModel model = model(TEXT);

        model.type(TEXT.replace("\"A\"", "\"AB\""));
        assertThat(model.textAt("name")).isEqualTo("AB");
        model.type(TEXT.replace("\"A\"", "\"ABC\""));
        model.commit();
        model.commit();

        model.history().undo();
        assertThat(model.textProperty().get()).isEqualTo(TEXT);
        assertThat(model.history().canUndoProperty().get()).isFalse();
    }

    @Test
    void whatWasTypedBeforeAFormChangesItIsAnEditOfItsOwn() {
        ConfigModel model = model(TEXT);
        String typed = TEXT.replace("# mine", "# ours");

        model.type(typed);
        model.set("version", "2");
        model.history().undo();

        assertThat(model.textProperty().get()).isEqualTo(typed);
    }

    @Test
    void aTextThatIsNoYamlIsToldAndKept() {
        ConfigModel model = model(TEXT);

        model.type("id: [");

        assertThat(model.documentProperty().get()).isEmpty();
        assertThat(model.problems()).hasSize(1);
        model.set("name", "X");
        assertThat(model.textProperty().get()).isEqualTo("id: [");
    }

    @Test
    void aWordIsReplacedByWhatWasMeant() {
        ConfigModel model = model(TEXT);
        var problem = model.problems().getFirst();

        model.replace(problem, problem.suggestion().orElseThrow());

        assertThat(model.textProperty().get()).isEqualTo(TEXT.replace("minifltr", "minifilter"));
        assertThat(model.problems()).isEmpty();
    }

    @Test
    void savesTheVeryText() throws IOException {
        ConfigModel model = model(TEXT);
        model.set("name", "B");

        model.save();

        assertThat(Files.readString(folder.resolve("config.yml"))).isEqualTo(TEXT.replace("\"A\"", "\"B\""));
    }
}
