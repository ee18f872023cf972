package studio.ctnr.engine.projection.internal.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.ctnr.container.AtomicFile;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.archive.manifest.Sha256;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.container.config.ContentHash;
import studio.ctnr.container.config.ContentHash.RuntimeFile;
import studio.ctnr.container.config.RuntimeConfig;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.bytes.Damaged;
import studio.ctnr.engine.projection.internal.pe.PeImage;
import studio.ctnr.engine.projection.internal.pe.VersionInfo;
import studio.ctnr.launcher.ContainerRuntime;
import studio.ctnr.launcher.NativeProgram;

/** Puts the runtime into a container's folder {@code bin}: the hook libraries, and the launcher made the application's. */
public final class RuntimeFiles {
    private static final String LAUNCHER = "launcher.exe";

    private RuntimeFiles() {}

    /**
     * Writes the files.
     *
     * @param time when they were last written, so that equal containers are equal bytes
     * @return the configuration with the runtime's version and the hashes of its files
     */
    public static ContainerConfig write(ContainerFolder folder, ContainerConfig config, Instant time)
            throws IOException {
        byte[] launcher = LauncherProgram.of(folder, config);
        List<RuntimeFile> hashes = new ArrayList<>();
        for (var file : ContainerRuntime.files().entrySet()) {
            byte[] bytes = file.getKey().equals(LAUNCHER) ? launcher : bytes(file.getValue());
            Path target = folder.resolve("bin/" + file.getKey());
            Files.createDirectories(target.getParent());
            if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS) || !holds(target, bytes)) {
                AtomicFile.write(target, bytes);
            }
            Files.setLastModifiedTime(target, FileTime.from(time));
            hashes.add(new RuntimeFile("bin/" + file.getKey(), hash(bytes)));
        }
        return config.toBuilder()
                .runtime(new RuntimeConfig(
                        Optional.of("container-runtime@" + version()),
                        config.runtime().filesystem(),
                        config.runtime().registry()))
                .hashes(Optional.of(new ContentHash(
                        ContentHash.Algorithm.SHA256,
                        config.hashes().map(ContentHash::root).orElse(Sha256.OF_NOTHING.toString()),
                        hashes)))
                .build();
    }

    /** The hashes of a container's runtime as it lies there. */
    public static List<RuntimeFile> hashes(ContainerFolder folder) throws IOException {
        List<RuntimeFile> hashes = new ArrayList<>();
        for (String file : ContainerRuntime.files().keySet()) {
            hashes.add(new RuntimeFile("bin/" + file, hash(Files.readAllBytes(folder.resolve("bin/" + file)))));
        }
        return hashes;
    }

    /** The version of the runtime in this program, as the launcher's own version resource has it. */
    private static String version() throws IOException {
        PeImage image = PeImage.read(Bytes.of(bytes(NativeProgram.LAUNCHER)));
        return image.resources()
                .flatMap(resources -> {
                    try {
                        return VersionInfo.of(resources);
                    } catch (Damaged e) {
                        return Optional.empty();
                    }
                })
                .flatMap(VersionInfo::version)
                .orElseThrow(() -> new IOException("launcher.exe of this build has no version; build it with: ./ctnr"));
    }

    private static boolean holds(Path file, byte[] bytes) throws IOException {
        return Files.size(file) == bytes.length
                && hash(Files.readAllBytes(file)).equals(hash(bytes));
    }

    private static String hash(byte[] bytes) {
        var digest = Sha256.digest();
        digest.update(bytes);
        return Sha256.finish(digest).toString();
    }

    static byte[] bytes(NativeProgram program) throws IOException {
        try (InputStream stream = program.open()) {
            return stream.readAllBytes();
        }
    }
}
