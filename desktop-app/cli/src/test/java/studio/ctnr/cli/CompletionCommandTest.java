package studio.ctnr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {
    @TempDir
    Path temp;

    @Test
    void bashCompletesCommandsAndOptions() throws IOException, InterruptedException {
        assertThat(complete("ctnr", "con")).contains("config");
        assertThat(complete("ctnr", "config", "che")).contains("check");
        assertThat(complete("ctnr", "config", "get", "--js")).contains("--json");
    }

    @Test
    void zshLoadsTheBridgeToBashFirst() {
        assertThat(Call.of("completion", "zsh").out()).startsWith("autoload -U +X compinit && compinit");
        assertThat(Call.of("completion", "fish").err()).contains("fish");
    }

    /** What bash offers for the last of {@code words}. */
    private String complete(String... words) throws IOException, InterruptedException {
        Path script = Files.writeString(
                temp.resolve("ctnr.bash"), Call.of("completion", "bash").out());
        String line = String.join(" ", words);
        String program =
                "source '%s'; COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE='%s'; COMP_POINT=%d; %s; echo \"${COMPREPLY[*]}\""
                        .formatted(script, line, words.length - 1, line, line.length(), "_complete_ctnr");
        Process bash = new ProcessBuilder("bash", "--norc", "-c", program)
                .redirectErrorStream(true)
                .start();
        String answer = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(answer).isZero();
        return answer;
    }
}
