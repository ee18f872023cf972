package studio.ctnr.engine.projection.internal.runtime;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.ContainerLayout;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.container.config.EntryPoint;
import studio.ctnr.container.view.ViewedMachine;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.pe.IconFile;
import studio.ctnr.engine.projection.internal.pe.IconResources;
import studio.ctnr.engine.projection.internal.pe.PeEditor;
import studio.ctnr.engine.projection.internal.pe.PeImage;
import studio.ctnr.engine.projection.internal.pe.ResourceLeaf;
import studio.ctnr.launcher.NativeProgram;

/**
 * launcher.exe as one container has it: with the application's icon, and of the console only when the default entry
 * point's program is, so that a program of windows opens without a black one beside it.
 */
final class LauncherProgram {
    private static final Logger LOG = LoggerFactory.getLogger(LauncherProgram.class);
    private static final Pattern INDEXED = Pattern.compile("^(.*),(-?\\d{1,6})$");
    private static final int LARGEST_ICON = 16 << 20;

    private LauncherProgram() {}

    static byte[] of(ContainerFolder folder, ContainerConfig config) throws IOException {
        PeEditor editor = new PeEditor(RuntimeFiles.bytes(NativeProgram.LAUNCHER));
        List<ResourceLeaf> resources = new ArrayList<>(editor.resources());
        resources.addAll(icon(folder, config));
        return editor.with(resources, showsWindows(folder, config));
    }

    /** Without an icon that can be used the launcher has none. */
    private static List<ResourceLeaf> icon(ContainerFolder folder, ContainerConfig config) {
        if (config.icon().isEmpty()) {
            return List.of();
        }
        String path = config.icon().get();
        int index = 0;
        Matcher indexed = INDEXED.matcher(path);
        if (indexed.matches()) {
            path = indexed.group(1);
            index = Integer.parseInt(indexed.group(2));
        }
        try (Arena arena = Arena.ofConfined()) {
            Optional<Path> file = folder.find(path);
            if (file.isEmpty() || !Files.isRegularFile(file.get())) {
                LOG.warn("The launcher gets no icon: {} has no {}", folder.root(), path);
                return List.of();
            }
            Bytes bytes = Bytes.map(file.get(), arena);
            if (IconFile.isIcon(bytes)) {
                return IconResources.of(bytes);
            }
            var resources = PeImage.read(bytes).resources();
            Optional<byte[]> icon = resources.isPresent() ? IconFile.of(resources.get(), index) : Optional.empty();
            return icon.isPresent() && icon.get().length <= LARGEST_ICON
                    ? IconResources.of(Bytes.of(icon.get()))
                    : List.of();
        } catch (IOException e) {
            LOG.warn("The launcher gets no icon: that of {} can't be read: {}", path, e.getMessage());
            return List.of();
        }
    }

    private static boolean showsWindows(ContainerFolder folder, ContainerConfig config) throws IOException {
        Optional<Path> program = config.defaultEntryPoint()
                .map(EntryPoint::target)
                .map(ViewedMachine.usual()::expand)
                .flatMap(LauncherProgram::path)
                .map(LauncherProgram::inContainer)
                .flatMap(path -> find(folder, path));
        if (program.isEmpty() || !Files.isRegularFile(program.get())) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            Bytes bytes = Bytes.map(program.get(), arena);
            return PeImage.isLikely(bytes) && PeImage.read(bytes).subsystem() == PeImage.Subsystem.WINDOWS;
        } catch (IOException noProgram) {
            return false;
        }
    }

    private static Optional<WindowsPath> path(String text) {
        try {
            return Optional.of(WindowsPath.of(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static String inContainer(WindowsPath path) {
        ViewedMachine machine = ViewedMachine.usual();
        return ContainerLayout.of(machine.profile(), machine.temp(), machine.systemDrive())
                .toContainer(path);
    }

    private static Optional<Path> find(ContainerFolder folder, String path) {
        try {
            return folder.find(path);
        } catch (IOException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
