package studio.ctnr.engine.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.engine.change.Unobserved;
import studio.ctnr.engine.change.Unobserved.Scope;
import studio.ctnr.engine.observe.CaptureEvent;
import studio.ctnr.engine.observe.CaptureEvents;
import studio.ctnr.engine.observe.who.Observation;
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

    @TempDir
    private Path folder;

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

    @Test
    void whatIsNotObservedIsToldOfTheStepByTheNameOfItsProgram() throws IOException {
        tell("""
                {"event":"not-observed","time":0,"subject":"Z:\\\\tools\\\\x64\\\\ctnr.dll","status":193}
                {"event":"not-observed","time":0,"subject":"8","status":3221225506}
                {"event":"not-observed","time":0,"subject":"77","status":5}
                """ + ASKS);
        Path observed = folder.resolve("observed");
        String line = "{\"time\":\"2026-01-31T12:00:00Z\",\"process\":8,\"event\":\"%s\",\"subject\":\"%s\","
                + "\"status\":\"0xC00000BB\"}\n";
        Files.writeString(
                observed,
                line.formatted("process-not-observed", "C:\\\\child.exe").repeat(2)
                        + line.formatted("not-observed", "NtSetValueKey")
                        + line.formatted("not-observed", "x").replace("\"0xC00000BB\"", "\"none\""));

        StepWatch watch = new StepWatch(observed, Optional.of(new Observation("S-1-5-21")), StepListener.NONE);
        watch.close();

        assertThat(story.unobserved(watch))
                .containsExactly(
                        new Unobserved(Scope.PROGRAMS_64, "x64\\ctnr.dll", 193),
                        new Unobserved(Scope.PROGRAM, "D:\\setup.exe", 3221225506L),
                        new Unobserved(Scope.PROGRAM, "process 77", 5),
                        new Unobserved(Scope.PROGRAM, "C:\\child.exe", 0xC000_00BBL),
                        new Unobserved(Scope.CALL, "NtSetValueKey", 0xC000_00BBL));
    }

    @Test
    void whatAnInstallerMakesUpDoesNoHarm() throws IOException {
        String line = "{\"event\":\"not-observed\",\"time\":0,\"subject\":\"%s\",\"status\":%d}\n";
        tell(line.formatted("", 1)
                + line.formatted("9".repeat(40), -1)
                + line.formatted("\\ud800x", 5).repeat(1000));

        StepWatch watch = new StepWatch(folder.resolve("none"), Optional.empty(), StepListener.NONE);

        assertThat(story.unobserved(watch))
                .containsExactly(
                        new Unobserved(Scope.PROGRAM, "process ", 1),
                        new Unobserved(Scope.PROGRAM, "9".repeat(40), 0xffff_ffffL),
                        new Unobserved(Scope.PROGRAM, "?x", 5));
    }
}
