package studio.ctnr.toolkit.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Records what this program does on the FX thread that may hold up the window: files and sockets read and written,
 * processes started. The virtual machine itself tells of them, so nothing in the program can forget to.
 */
public final class FxThreadRecording implements AutoCloseable {
    private static final List<String> SLOW = List.of(
            "jdk.FileRead", "jdk.FileWrite", "jdk.FileForce", "jdk.SocketRead", "jdk.SocketWrite", "jdk.ProcessStart");

    private final Recording recording = new Recording();

    public FxThreadRecording() {
        SLOW.forEach(
                event -> recording.enable(event).withThreshold(Duration.ZERO).withStackTrace());
        recording.start();
    }

    /** What was done so far, each with the line of this program that did it. */
    public List<String> found() throws IOException {
        Path file = Files.createTempFile("fx-thread", ".jfr");
        try {
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(FxThreadRecording::isOnFxThread)
                    .flatMap(event -> ours(event).stream()
                            .map(frame -> event.getEventType().getName() + " in "
                                    + frame.getMethod().getType().getName() + ":" + frame.getLineNumber()))
                    .distinct()
                    .toList();
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public void close() {
        recording.close();
    }

    private static boolean isOnFxThread(RecordedEvent event) {
        return event.getThread() != null
                && "JavaFX Application Thread".equals(event.getThread().getJavaName());
    }

    /** JavaFX itself reads stylesheets and pictures on its thread; only what lies below a line of ours is meant. */
    private static Optional<RecordedFrame> ours(RecordedEvent event) {
        if (event.getStackTrace() == null) {
            return Optional.empty();
        }
        List<RecordedFrame> frames = event.getStackTrace().getFrames();
        boolean byJavaFx = frames.stream()
                .map(frame -> frame.getMethod().getType().getName())
                .anyMatch(type -> type.startsWith("com.sun.javafx.css")
                        || type.startsWith("javafx.scene.text.Font")
                        || type.startsWith("java.lang.ClassLoader")
                        || type.startsWith("jdk.internal.loader"));
        return byJavaFx
                ? Optional.empty()
                : frames.stream()
                        .filter(frame -> frame.getMethod().getType().getName().startsWith("studio.ctnr"))
                        .findFirst();
    }
}
