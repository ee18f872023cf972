package studio.ctnr.engine.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.ctnr.engine.observe.CaptureEvent;
import studio.ctnr.engine.observe.CaptureEvents;
import studio.ctnr.engine.sandbox.StepListener;

class StepStoryTest {
    private static final String ASKS = """
            {"event":"process","time":1,"pid":8,"parent":0,"image":"D:\\\\setup.exe"}
            {"event":"process","time":1,"pid":9,"parent":8,"image":"C:\\\\child.exe"}
            {"event":"window","time":2,"window":1,"pid":8,"class":"X","title":"Bar","text":[],"buttons":[]}
            {"event":"window","time":2,"window":2,"pid":8,"class":"#32770","title":"Ask","text":["Go?"],"buttons":["Yes"]}
            {"event":"window","time":2,"window":3,"pid":8,"class":"X","title":"Splash","text":[],"buttons":[]}
            {"event":"waiting","time":9,"idle":5,"windows":[1,2,3]}
            """;

    private StepStory story;

    @BeforeEach
    void story() {
        story = new StepStory(Optional::empty);
    }

    private void tell(String events) throws IOException {
        try (CaptureEvents told =
                new CaptureEvents(new ByteArrayInputStream(events.getBytes(StandardCharsets.UTF_8)), "test")) {
            for (Optional<CaptureEvent> event = told.next(); event.isPresent(); event = told.next()) {
                story.hear(event.get(), StepListener.NONE);
            }
        }
    }

    private boolean waitsForLong() {
        return story.waitsLongerThan(
                Duration.ofSeconds(30),
                System.nanoTime() + Duration.ofMinutes(1).toNanos());
    }

    @Test
    void theWindowThatAsksIsTheOneWithButtons() throws IOException {
        tell(ASKS);
        assertThat(story.waiting().orElseThrow().title()).isEqualTo("Ask");
        assertThat(story.waiting().orElseThrow().buttons()).containsExactly("Yes");
        assertThat(waitsForLong()).isTrue();
        assertThat(story.waitsLongerThan(Duration.ofSeconds(30), System.nanoTime()))
                .isFalse();
    }

    @Test
    void aStepThatWorksAgainDoesNotWait() throws IOException {
        tell(ASKS + "{\"event\":\"working\",\"time\":10}\n");
        assertThat(waitsForLong()).isFalse();
    }

    @Test
    void aStepThatShowsSomethingNewDoesNotWait() throws IOException {
        tell(ASKS + "{\"event\":\"window-closed\",\"time\":10,\"window\":2,\"pid\":8}\n");
        assertThat(waitsForLong()).isFalse();
    }

    @Test
    void whatRunsIsNamedInTheOrderOfItsStart() throws IOException {
        tell(ASKS + "{\"event\":\"process-exit\",\"time\":10,\"pid\":8,\"code\":0}\n");
        assertThat(story.running()).containsExactly("child.exe");
    }
}
