package studio.ctnr.studio;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.ctnr.studio.bench.FakeBench;
import studio.ctnr.studio.shell.TestWindow;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.support.FakeDialogs;
import studio.ctnr.toolkit.support.FxTest;

/** In the window: where a failure happens, and what is seen of it. */
class UnexpectedFailuresTest extends FxTest {
    private Thread.UncaughtExceptionHandler before;
    private final UnexpectedFailures failures = new UnexpectedFailures("0.1.0");
    private final FakeDialogs dialogs = new FakeDialogs();
    private Desk desk;

    @BeforeEach
    void openWindow() {
        show(() -> {
            TestWindow shown = new TestWindow(FakeBench.full(), Background.onVirtualThreads());
            Desk own = shown.window.desk();
            desk = new Desk(own.background(), dialogs, own.notices());
            failures.tellOn(desk);
            return shown.window.root();
        });
        // only now: TestFX sets one of its own
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(failures);
    }

    @AfterEach
    void leaveThreadsAsTheyWere() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    private static void fail(String what) {
        throw new IllegalStateException(what);
    }

    private int notices() {
        return lookup(".notice.danger").queryAll().size();
    }

    @Test
    void whatFailsOnTheFxThreadIsToldOnceAndItsDetailsAreCopied() {
        for (int i = 0; i < 3; i++) {
            Platform.runLater(() -> fail("in a handler"));
        }
        until("it is told", () -> notices() == 1);

        clickOn("Copy details");

        until("the details are there", () -> dialogs.clipboard.contains("IllegalStateException: in a handler"));
        assertThat(dialogs.clipboard).startsWith("Ctnr Studio 0.1.0").contains("UnexpectedFailuresTest.fail");
        assertThat(notices()).isZero();
    }

    @Test
    void whatFailsInTheBackgroundOrOnAnyThreadIsTold() throws InterruptedException {
        desk.background()
                .call(() -> {
                    throw new IllegalArgumentException("in the background");
                })
                .start();
        until("it is told", () -> notices() == 1);

        Thread.ofVirtual()
                .start(() -> {
                    throw new AssertionError("on a thread");
                })
                .join();

        until("it is told, too", () -> notices() == 2);
    }
}
