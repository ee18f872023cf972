package studio.ctnr.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CaptureEventsTest {
    private static List<CaptureEvent> read(String text) throws IOException {
        List<CaptureEvent> all = new ArrayList<>();
        try (CaptureEvents events =
                new CaptureEvents(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "events")) {
            for (Optional<CaptureEvent> next = events.next(); next.isPresent(); next = events.next()) {
                all.add(next.get());
            }
        }
        return all;
    }

    @Test
    void readsAWholeRun() throws IOException {
        assertThat(read("""
                {"event":"start","time":21,"pid":8,"command":"setup.exe /S"}
                {"event":"process","time":23,"pid":8,"parent":4,"image":"D:\\\\setup.exe"}
                {"event":"window","time":30,"window":65602,"pid":8,"class":"#32770","title":"Ünï","text":["¿a?"],"buttons":["Yes","No"]}
                {"event":"waiting","time":1708,"idle":1036,"windows":[65602]}
                {"event":"process-exit","time":474,"pid":9,"code":null}
                {"event":"exit","time":732,"code":3221225477,"elapsed":700,"timedOut":false,"left":[{"pid":9,"image":"x.exe"}]}
                """))
                .containsExactly(
                        new CaptureEvent.Started(Duration.ofMillis(21), 8, "setup.exe /S"),
                        new CaptureEvent.ProcessStarted(Duration.ofMillis(23), 8, 4, "D:\\setup.exe"),
                        new CaptureEvent.WindowShown(
                                Duration.ofMillis(30), 65602, 8, "#32770", "Ünï", List.of("¿a?"), List.of("Yes", "No")),
                        new CaptureEvent.Waiting(Duration.ofMillis(1708), Duration.ofMillis(1036), List.of(65602L)),
                        new CaptureEvent.ProcessEnded(Duration.ofMillis(474), 9, OptionalLong.empty()),
                        new CaptureEvent.Ended(
                                Duration.ofMillis(732),
                                OptionalLong.of(3221225477L),
                                Duration.ofMillis(700),
                                false,
                                List.of(new CaptureEvent.LeftProcess(9, "x.exe"))));
    }

    @Test
    void passesOverWhatANewerProgramSays() throws IOException {
        assertThat(
                        read(
                                "{\"event\":\"weather\",\"sun\":[1.5]}\n{\"event\":\"killed\",\"time\":1,\"why\":{\"a\":null}}"))
                .containsExactly(new CaptureEvent.Killed(Duration.ofMillis(1)));
    }

    @Test
    void givesAnEventAsSoonAsItsLineIsThere() throws IOException {
        try (PipedOutputStream program = new PipedOutputStream();
                CaptureEvents events = new CaptureEvents(new PipedInputStream(program), "events")) {
            program.write("{\"event\":\"killed\",\"time\":1}\n".getBytes(StandardCharsets.UTF_8));
            assertThat(events.next()).contains(new CaptureEvent.Killed(Duration.ofMillis(1)));
        }
    }

    @Test
    void namesTheLineThatIsDamaged() {
        String good = "{\"event\":\"killed\",\"time\":1}\n";
        assertThatThrownBy(() -> read(good + "{\"event\":\"killed\",\"time\":\"x\"}"))
                .isInstanceOf(IOException.class)
                .hasMessage("events, line 2: \"time\" should be a number and is x");
        assertThatThrownBy(() -> read(good + good + "{\"event\":\"kil"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("events, line 3: not JSON");
        assertThatThrownBy(() -> read("[1]")).hasMessage("events, line 1: not a JSON object");
    }

    @Test
    void refusesALineThatHasNoEnd() {
        assertThatThrownBy(() -> read("{\"event\":\"" + "x".repeat(2 << 20)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> read("{\"event\":\"waiting\",\"windows\":[" + "1,".repeat(20_000)))
                .hasMessageContaining("more than 10000 values");
    }
}
