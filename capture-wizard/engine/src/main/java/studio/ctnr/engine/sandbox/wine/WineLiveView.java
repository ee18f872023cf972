package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.OptionalLong;
import studio.ctnr.engine.sandbox.LiveScreen;
import studio.ctnr.engine.sandbox.LiveView;
import studio.ctnr.engine.sandbox.SandboxSettings.Display;

/** A Wine machine from outside: its screen, and its overlay's upper folder, which holds what it has changed so far. */
final class WineLiveView implements LiveView, AutoCloseable {
    private final Machine machine;
    private final Optional<WineScreen> screen;

    WineLiveView(Machine machine, Display display) {
        this.machine = machine;
        this.screen = display instanceof Display.Virtual virtual
                ? Optional.of(new WineScreen(machine, virtual))
                : Optional.empty();
    }

    @Override
    public Optional<LiveScreen> screen() {
        return screen.map(LiveScreen.class::cast);
    }

    @Override
    public OptionalLong changedFiles() {
        if (!machine.plan().overlay()) {
            return OptionalLong.empty();
        }
        Path drive = machine.layout().upper().resolve("drive_c");
        if (!Files.isDirectory(drive)) {
            return OptionalLong.of(0);
        }
        long[] files = {0};
        try {
            Files.walkFileTree(drive, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files[0]++;
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(files[0]);
    }

    @Override
    public void close() {
        screen.ifPresent(WineScreen::close);
    }
}
