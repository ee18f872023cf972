package studio.ctnr.toolkit.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackgroundTaskTest {
    private final List<String> heard = new ArrayList<>();

    @Test
    void successComesBeforeTheEnd() {
        Background.immediate()
                .call(() -> "found")
                .atEnd(() -> heard.add("end"))
                .onSuccess(heard::add)
                .start();

        assertThat(heard).containsExactly("found", "end");
    }

    @Test
    void theFirstHandlerThatFitsGetsAFailure() {
        Background.immediate()
                .call(() -> {
                    throw new IOException("gone");
                })
                .onError(IllegalStateException.class, e -> heard.add("state"))
                .onError(IOException.class, e -> heard.add(e.getMessage()))
                .onError(e -> heard.add("any"))
                .start();

        assertThat(heard).containsExactly("gone");
    }

    @Test
    void aFailureWithoutAHandlerIsNotLost() {
        Background background = Background.immediate();
        background.onUnexpected(e -> heard.add(e.getMessage()));

        background
                .call(() -> {
                    throw new IOException("gone");
                })
                .atEnd(() -> heard.add("end"))
                .start();

        assertThat(heard).containsExactly("gone", "end");
    }

    @Test
    void progressIsToldOnTheScreensThread() {
        Queue<Runnable> screen = new ArrayDeque<>();
        var task = Background.on(Runnable::run, screen::add)
                .run(progress -> {
                    progress.at(0.5, "half");
                    return 1;
                })
                .start();

        assertThat(task.fractionProperty().get()).isEqualTo(Progress.UNKNOWN);
        screen.forEach(Runnable::run);
        assertThat(task.fractionProperty().get()).isEqualTo(0.5);
        assertThat(task.nowProperty().get()).isEqualTo("half");
    }

    @Test
    void aCancelledTaskIsInterruptedAndOnlyEnds() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        var task = Background.on(work -> Thread.ofVirtual().start(work), Runnable::run)
                .call(() -> {
                    begun.countDown();
                    new CountDownLatch(1).await();
                    return "never";
                })
                .onSuccess(heard::add)
                .onError(e -> heard.add("error"))
                .atEnd(ended::countDown)
                .start();
        begun.await();

        task.cancel();

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(heard).isEmpty();
        assertThat(task.runningProperty().get()).isFalse();
    }
}
