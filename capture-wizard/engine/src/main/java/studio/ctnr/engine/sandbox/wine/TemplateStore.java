package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.ctnr.container.FileTree;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.engine.sandbox.SandboxException.Code;

/** The user's cache of templates: each is made once, by one process, and used by all. */
final class TemplateStore {
    private static final Logger LOG = LoggerFactory.getLogger(TemplateStore.class);

    /** File locks hold between processes, this one within ours. */
    private static final ReentrantLock OURS = new ReentrantLock();

    private final Path folder;

    TemplateStore(Path folder) {
        this.folder = folder;
    }

    /** Where CTNR_CACHE says, otherwise where the XDG Base Directory Specification says. */
    static TemplateStore ofUser(Map<String, String> environment) {
        String own = environment.get("CTNR_CACHE");
        if (own != null && !own.isEmpty()) {
            return new TemplateStore(Path.of(own).toAbsolutePath().resolve("wine"));
        }
        String shared = environment.get("XDG_CACHE_HOME");
        Path cache = shared != null && shared.startsWith("/")
                ? Path.of(shared)
                : Path.of(System.getProperty("user.home"), ".cache");
        return new TemplateStore(cache.resolve("ctnr-studio/wine"));
    }

    Path folder() {
        return folder;
    }

    /** Makes a template in an empty folder, below which its {@code prefix} then lies. */
    interface Builder {
        void build(Path staging) throws SandboxException, IOException;
    }

    /** The whole template of these versions; empty when there is none yet. */
    Optional<WineTemplate> find(String wine, String windowsVersion) throws IOException {
        return TemplateMark.read(place(wine, windowsVersion), wine, TemplateBuild.RECIPE);
    }

    /** The template of these versions, which is made when there is none or what is there is damaged. */
    WineTemplate get(String wine, String windowsVersion, Builder builder) throws SandboxException, IOException {
        Optional<WineTemplate> there = find(wine, windowsVersion);
        if (there.isPresent()) {
            return there.get();
        }
        Files.createDirectories(folder);
        Path place = place(wine, windowsVersion);
        OURS.lock();
        try (FileChannel file = FileChannel.open(
                        folder.resolve(place.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock held = file.lock()) {
            Optional<WineTemplate> made = held.isValid() ? find(wine, windowsVersion) : Optional.empty();
            return made.isPresent() ? made.get() : make(place, wine, builder);
        } finally {
            OURS.unlock();
        }
    }

    private WineTemplate make(Path place, String wine, Builder builder) throws SandboxException, IOException {
        // the lock is ours: what another process left half made is nobody's
        Path staging = place.resolveSibling(place.getFileName() + ".new");
        Path old = place.resolveSibling(place.getFileName() + ".old");
        FileTree.delete(staging);
        FileTree.delete(old);
        Files.createDirectory(staging);
        try {
            builder.build(staging);
            TemplateMark.write(staging, wine, TemplateBuild.RECIPE);
            if (Files.exists(place)) {
                LOG.warn("The prepared Windows machine in {} is damaged and is replaced", place);
                Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(staging, place, StandardCopyOption.ATOMIC_MOVE);
            FileTree.delete(old);
            return WineTemplate.of(place.resolve("prefix"));
        } catch (IOException e) {
            throw new SandboxException(
                    Code.TEMPLATE_FAILED,
                    "The clean Windows machine could not be made in " + folder + ": " + e.getMessage(),
                    "Make room there (1.5 GB), or name another folder in CTNR_CACHE.",
                    e);
        } finally {
            FileTree.delete(staging);
        }
    }

    /** Other fonts replace a template, other versions of Wine have one beside it. */
    private Path place(String wine, String windowsVersion) {
        String version =
                wine.replaceAll(",.*", "").replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("-$", "");
        return folder.resolve(version + "-" + TemplateBuild.RECIPE + "-" + windowsVersion);
    }
}
