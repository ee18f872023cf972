package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import studio.ctnr.container.Progress;
import studio.ctnr.engine.sandbox.SandboxException;

/**
 * Makes a clean Windows machine: Wine's own set-up, then what makes it neutral, closed and quiet, then one start more,
 * so that what Wine does at a first start is not taken for an installer's doing.
 */
final class TemplateBuild {
    /** To be counted up with every change to what is done here: templates of other recipes are not used. */
    static final int RECIPE = 2;

    private static final Duration BOOT_LIMIT = Duration.ofMinutes(10);
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final long TICK_MILLIS = 250;
    private static final int STAGES = 4;

    private final MachinePlan plan;
    private final String windowsVersion;
    private final Progress progress;

    TemplateBuild(MachinePlan plan, String windowsVersion, Progress progress) {
        this.plan = plan;
        this.windowsVersion = windowsVersion;
        this.progress = progress;
    }

    /** Makes it in the plan's prefix, which is an empty folder. */
    void run() throws SandboxException, IOException {
        try (Machine machine = Machine.start(plan)) {
            WineCommands wine = new WineCommands(machine);
            wine.startDisplay();
            stage(0, machine, "Setting up Wine", "wineboot --init", BOOT_LIMIT);
            writeRegistryFile(plan.layout().prefix().resolve("drive_c/recipe.reg"));
            stage(1, machine, "Setting up the registry", "wine regedit.exe /s 'C:\\recipe.reg'", LIMIT);
            stage(1, machine, "Setting the version", "wine winecfg.exe /v " + ShellWords.quote(windowsVersion), LIMIT);
            wine.endWindows();
            Files.delete(plan.layout().prefix().resolve("drive_c/recipe.reg"));
            closeWaysOut(plan.layout().prefix());
            for (int start = 2; start < STAGES; start++) {
                stage(start, machine, "Starting it", "wine cmd.exe /c exit && wine msiexec.exe /unregister", LIMIT);
                wine.endWindows();
            }
        }
        progress.at("Making the clean Windows machine", STAGES, STAGES);
    }

    private void stage(int number, Machine machine, String what, String command, Duration limit)
            throws SandboxException, IOException {
        CompletableFuture<Integer> done = machine.submit(command);
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            progress.at("Making the clean Windows machine: " + what, number, STAGES);
            try {
                int status = machine.await(done, Duration.ofMillis(TICK_MILLIS));
                if (status != 0) {
                    throw machine.failed(what + " failed with status " + status);
                }
                return;
            } catch (TimeoutException e) {
                if (System.nanoTime() > end) {
                    throw machine.failed(what + " did not end within " + limit.toMinutes() + " minutes");
                }
            }
        }
    }

    /** Version 5 of these files is UTF-16; in any other Wine takes wide strings for narrow ones. */
    private void writeRegistryFile(Path file) throws IOException {
        String text =
                Files.readString(MachinePlan.script("recipe.reg", plan.layout().scratch()));
        Files.writeString(file, "\uFEFF" + text, StandardCharsets.UTF_16LE);
    }

    /** Takes away the drive that is the host's root, and puts folders in the place of links to a home folder. */
    static void closeWaysOut(Path prefix) throws IOException {
        List<Path> links;
        try (Stream<Path> all = Files.walk(prefix)) {
            links = all.filter(Files::isSymbolicLink).toList();
        }
        Path drives = prefix.resolve("dosdevices");
        for (Path link : links) {
            if (!link.startsWith(drives)) {
                Files.delete(link);
                Files.createDirectory(link);
            } else if (!link.getFileName().toString().equals("c:")) {
                Files.delete(link);
            }
        }
        // folders that every Windows has
        Path drive = prefix.resolve("drive_c");
        Files.createDirectories(drive.resolve("users/" + MachineLayout.USER + "/AppData/Local/Temp"));
        Files.createDirectories(drive.resolve("windows/Installer"));
    }
}
