package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.ctnr.engine.sandbox.LiveScreen;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.engine.sandbox.SandboxSettings.Display;

/**
 * The virtual screen of a Wine machine. Its picture is the file that Xvfb keeps; mouse and keyboard are used by xdotool
 * inside the machine, so that no X server of the host's, and none that the host can reach, has to be open to it.
 *
 * <p>The picture is read and never mapped: what runs in the machine could cut the file short, and a mapping that ends
 * takes the whole process with it.
 */
final class WineScreen implements LiveScreen, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WineScreen.class);
    private static final Duration INPUT_LIMIT = Duration.ofSeconds(10);
    private static final Path XDOTOOL = Path.of("/usr/bin/xdotool");

    private final Machine machine;
    private final Display.Virtual size;
    private final Path dump;
    private final ByteBuffer bytes;
    private final List<Input> waiting = new ArrayList<>();
    private final ExecutorService hand;

    WineScreen(Machine machine, Display.Virtual size) {
        this.machine = machine;
        this.size = size;
        this.dump = machine.layout().exchange().resolve("screen/Xvfb_screen0");
        this.bytes = ByteBuffer.allocate(Screen.sizeAtMost(size.width(), size.height()));
        this.hand = Executors.newSingleThreadExecutor(Thread.ofPlatform()
                .daemon()
                .name("screen-" + machine.processId())
                .factory());
    }

    @Override
    public int width() {
        return size.width();
    }

    @Override
    public int height() {
        return size.height();
    }

    @Override
    public boolean usable() {
        return Files.isExecutable(XDOTOOL);
    }

    @Override
    public synchronized void read(int[] pixels) throws IOException {
        bytes.clear();
        try (FileChannel channel = FileChannel.open(dump, StandardOpenOption.READ)) {
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // until all of it is there
            }
        }
        bytes.flip().order(ByteOrder.BIG_ENDIAN);
        Screen.pixels(bytes, size.width(), size.height(), pixels);
    }

    @Override
    public void use(List<Input> inputs) {
        synchronized (waiting) {
            waiting.addAll(inputs);
        }
        try {
            hand.execute(this::doWhatWaits);
        } catch (RejectedExecutionException closed) {
            // the machine is gone
        }
    }

    /** All that came in while the last command ran goes into one. */
    private void doWhatWaits() {
        List<Input> now;
        synchronized (waiting) {
            now = withoutPassedPlaces(waiting);
            waiting.clear();
        }
        if (now.isEmpty() || !usable()) {
            return;
        }
        String command = "xdotool " + now.stream().map(WineScreen::words).collect(Collectors.joining(" "));
        try {
            machine.await(machine.submit(command), INPUT_LIMIT);
        } catch (SandboxException | IOException | TimeoutException e) {
            LOG.debug("Mouse and keyboard could not be used: {}", e.getMessage());
        }
    }

    /** A move that is followed by another one need not be made. */
    static List<Input> withoutPassedPlaces(List<Input> inputs) {
        List<Input> kept = new ArrayList<>();
        for (Input input : inputs) {
            if (input instanceof Input.Move && !kept.isEmpty() && kept.getLast() instanceof Input.Move) {
                kept.removeLast();
            }
            kept.add(input);
        }
        return kept;
    }

    static String words(Input input) {
        return switch (input) {
            case Input.Move(int x, int y) -> "mousemove " + x + " " + y;
            case Input.Press(int button) -> "mousedown " + button;
            case Input.Release(int button) -> "mouseup " + button;
            case Input.Key(String keysym) -> "key --clearmodifiers " + ShellWords.quote(keysym);
        };
    }

    @Override
    public void close() {
        hand.shutdownNow();
    }
}
