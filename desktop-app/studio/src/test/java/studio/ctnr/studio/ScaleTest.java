package studio.ctnr.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import studio.ctnr.toolkit.support.VirtualDisplay;

/** Asked of JavaFX in processes of their own, as it reads the scale only when it starts. */
class ScaleTest {
    @Test
    void everythingIsDrawnAsLargeAsChosen() throws Exception {
        assertThat(measured("125")).isEqualTo("1.25 of 1280×800");
        assertThat(measured("200")).isEqualTo("2.0 of 800×500");
    }

    @Test
    void whereNothingIsChosenTheSystemHasIt() throws Exception {
        assertThat(measured("")).isEqualTo("1.0 of 1600×1000");
    }

    private static String measured(String percent) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Started.class.getName(),
                        percent)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", VirtualDisplay.name());
        Process process = builder.start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return answer.strip();
    }

    /** Says how its window is scaled, and how large the screen seems. */
    public static final class Started {
        public static void main(String[] arguments) {
            Scale.use(Optional.of(arguments[0]).filter(text -> !text.isEmpty()).map(Integer::valueOf));
            Application.launch(Measuring.class);
        }
    }

    public static final class Measuring extends Application {
        @Override
        public void start(Stage stage) {
            stage.show();
            System.out.printf(
                    "%s of %.0f×%.0f%n",
                    stage.getOutputScaleX(),
                    Screen.getPrimary().getBounds().getWidth(),
                    Screen.getPrimary().getBounds().getHeight());
            Platform.exit();
        }
    }
}
