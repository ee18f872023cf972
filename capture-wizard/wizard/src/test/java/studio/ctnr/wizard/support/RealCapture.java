package studio.ctnr.wizard.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.ctnr.container.FileTree;
import studio.ctnr.engine.capture.Capture;
import studio.ctnr.engine.capture.CaptureListener;
import studio.ctnr.engine.installer.Installer;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.engine.sandbox.SandboxSettings;
import studio.ctnr.engine.sandbox.SandboxSettings.Display;
import studio.ctnr.engine.sandbox.wine.WineSandbox;

/** Captures of the sample installers for pictures of them, made once for a build and kept in {@code target}. */
public final class RealCapture {
    private static final Path TARGET = Path.of("target", "captures").toAbsolutePath();

    private RealCapture() {}

    /** Makes sure that there is one: an installer takes its time. One that asks is asked no longer than a moment. */
    public static Path ensure(String installer) throws IOException, InterruptedException, SandboxException {
        Path kept = TARGET.resolve(installer + ".capture");
        if (!Files.exists(kept.resolve("project.yml"))) {
            FileTree.delete(kept);
            Files.createDirectories(TARGET);
            Path file = SampleInstallers.made(installer);
            InstallStep step = InstallStep.of(file)
                    .withArguments(Installer.recognise(file).kind().silentArguments());
            SandboxSettings settings = SandboxSettings.DEFAULT
                    .withDisplay(new Display.Virtual(1024, 768))
                    .withWaitingLimit(Optional.of(Duration.ofSeconds(2)));
            new Capture(new WineSandbox(), settings, Clock.systemUTC()).run(List.of(step), kept, CaptureListener.NONE);
        }
        return kept;
    }

    /** A project of its own, which the caller may change: a copy of what was captured once. */
    public static Path of(String installer, Path folder) throws IOException, InterruptedException, SandboxException {
        Path kept = ensure(installer);
        Path copy = folder.resolve(kept.getFileName().toString());
        try (Stream<Path> files = Files.walk(kept)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(kept.relativize(file).toString()));
            }
        }
        return copy;
    }
}
