package studio.ctnr.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.studio.bench.Bench;
import studio.ctnr.studio.bench.WorkbenchBench;
import studio.ctnr.studio.navigation.Place;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.support.FxTest;
import studio.ctnr.toolkit.support.FxThreadRecording;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.WorkbenchPlace;

/** The window over a real workbench: what is done in it happens on disk, and nothing slow on the FX thread. */
class WorkbenchWindowTest extends FxTest {
    private final List<String> askedOnFxThread = Collections.synchronizedList(new ArrayList<>());
    private TestWindow shown;

    /** Tells of every call that is made on the FX thread. */
    private Bench watched(Bench bench) {
        return (Bench) Proxy.newProxyInstance(
                Bench.class.getClassLoader(), new Class<?>[] {Bench.class}, (proxy, method, arguments) -> {
                    if (Platform.isFxApplicationThread()) {
                        askedOnFxThread.add(method.getName());
                    }
                    try {
                        return method.invoke(bench, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private boolean sees(String text) {
        return lookup(text).tryQuery().filter(node -> node.isVisible()).isPresent();
    }

    @Test
    void aContainerIsMadeTaggedRetiredAndBroughtBackWithoutHoldingUpTheWindow(@TempDir Path folder) throws Exception {
        try (Workbench workbench = Workbench.open(new WorkbenchPlace(folder))) {
            Bench bench = watched(new WorkbenchBench(CompletableFuture.completedFuture(workbench)));
            show(() -> {
                shown = new TestWindow(bench, Background.onVirtualThreads());
                return shown.window.root();
            });
            onFx(() -> {
                shown.window.listenTo(stage.getScene());
                return null;
            });
            try (FxThreadRecording recording = new FxThreadRecording()) {
                until("the first start is there", () -> sees("#door-capture"));
                press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N).release(KeyCode.N, KeyCode.SHIFT, KeyCode.CONTROL);
                until("it asks for a name", () -> sees("#new-name"));
                clickOn("Create container");
                until(
                        "its card is there",
                        () -> !lookup(".container-card").queryAll().isEmpty());
                assertThat(workbench.place().containers().resolve("new-application/config.yml"))
                        .exists();

                onFx(() -> {
                    for (Place place : Place.values()) {
                        shown.window.go(place);
                    }
                    shown.window.go(Place.LIBRARY);
                    return null;
                });
                clickOn(".container-card");
                press(KeyCode.DELETE).release(KeyCode.DELETE);
                until("it asks", () -> sees("Retire container"));
                clickOn("Retire container");
                until("it is in the trash", () -> workbench.trash().list().size() == 1);
                until("Undo is offered", () -> sees("Undo"));
                clickOn("Undo");
                until("it is back", () -> !lookup(".container-card").queryAll().isEmpty());

                assertThat(Files.exists(workbench.place().containers().resolve("new-application/config.yml")))
                        .isTrue();
                assertThat(askedOnFxThread).isEmpty();
                assertThat(recording.found()).isEmpty();
            }
        }
    }
}
