package studio.ctnr.engine.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.ctnr.container.FileTree;
import studio.ctnr.container.Progress;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.engine.sandbox.wine.CleanPrefix;

/**
 * The Wine prefix that containers run in. Wine's usual one ({@code ~/.wine}) is not touched: what an application shares
 * with the host would be left there.
 */
final class WineMachine {
    private static final Logger LOG = LoggerFactory.getLogger(WineMachine.class);

    /** File locks hold between processes, this one within ours. */
    private static final ReentrantLock OURS = new ReentrantLock();

    private final Map<String, String> given;
    private final Optional<Path> named;
    private final Path own;

    WineMachine(Map<String, String> environment) {
        given = environment;
        named = Optional.ofNullable(environment.get("WINEPREFIX"))
                .filter(text -> !text.isEmpty())
                .map(Path::of);
        own = StateFolder.of(environment).resolve("machine");
    }

    Path prefix() {
        return named.orElse(own);
    }

    /** A screen for applications with windows where there is no display; empty where the environment names one. */
    Optional<HeadlessScreen> screen() {
        if (!given.getOrDefault("DISPLAY", "").isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(HeadlessScreen.join(own.getParent()));
        } catch (IOException e) {
            LOG.warn("There is no display, so that programs with windows can't show them: {}", e.getMessage());
            return Optional.empty();
        }
    }

    boolean isThere() {
        return Files.isDirectory(prefix());
    }

    /** Makes the machine when it is not there yet; a prefix that the user named is his own affair. */
    void prepare(Progress progress) throws RunException, IOException {
        if (!CleanPrefix.isPossible()) {
            throw new RunException(
                    RunException.Code.NOT_AVAILABLE,
                    "Wine is not installed, or does not start.",
                    "Run: apt-get install wine wine64 wine32:i386");
        }
        if (named.isPresent() || Files.isDirectory(own)) {
            return;
        }
        Files.createDirectories(own.getParent());
        OURS.lock();
        try (FileChannel file = FileChannel.open(
                        own.resolveSibling("machine.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = file.lock()) {
            if (held.isValid() && !Files.isDirectory(own)) {
                make(progress);
            }
        } finally {
            OURS.unlock();
        }
    }

    private void make(Progress progress) throws RunException, IOException {
        // the lock is ours: what another process left half made is nobody's
        Path staging = own.resolveSibling("machine.new");
        FileTree.delete(staging);
        try {
            CleanPrefix.copy(staging, progress);
            // containers lie anywhere on the disk, and an application reads files that its user names
            Files.createSymbolicLink(staging.resolve("dosdevices/z:"), Path.of("/"));
            Files.move(staging, own, StandardCopyOption.ATOMIC_MOVE);
        } catch (SandboxException e) {
            throw new RunException(RunException.Code.MACHINE_FAILED, e.getMessage(), e.remedy(), e);
        } finally {
            FileTree.delete(staging);
        }
    }

    /** What the environment of its processes has beside this program's own. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("WINEPREFIX", prefix().toString());
        if (!given.containsKey("WINEDEBUG")) {
            environment.put("WINEDEBUG", "-all");
        }
        if (named.isEmpty()) {
            environment.putAll(CleanPrefix.environment());
        }
        return environment;
    }
}
