package studio.ctnr.engine.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.CaptureMachine;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.RegistryChange;

/**
 * What a session changed in a Wine prefix, kept in a workspace: {@code content/C} holds the files that were added or
 * changed, {@code before/C} what small ones of them held before, {@code registry} the registry's files before and
 * after, {@code files} the list of file changes.
 */
public final class WinePrefixChanges implements ChangeSet {
    private static final List<String> REGISTRY_FILES = List.of("user.reg", "system.reg", "userdef.reg");
    private static final WindowsPath SYSTEM_DRIVE = WindowsPath.of("C:\\");

    private final CaptureMachine machine;
    private final Path workspace;
    private final List<RegistryDifference> registry;

    private WinePrefixChanges(CaptureMachine machine, Path workspace, List<RegistryDifference> registry) {
        this.machine = machine;
        this.workspace = workspace;
        this.registry = registry;
    }

    /**
     * Takes the changes of a session that has ended; its files are moved, so that the tree can't be taken twice.
     *
     * @param clean the prefix of the clean machine; only read
     * @param session the overlay's upper layer over that, or a changed copy of it
     * @param whole whether it is a copy
     * @param workspace a folder on the same file system as {@code session}
     */
    public static WinePrefixChanges take(
            CaptureMachine machine, Path clean, Path session, boolean whole, Path workspace) throws IOException {
        Path content = Files.createDirectories(workspace.resolve("content"));
        Path drive = content.resolve("C");
        Path left = session.resolve("drive_c");
        if (Files.isDirectory(left, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(left, drive);
        } else {
            Files.createDirectory(drive);
        }
        List<RegistryDifference> registry = new ArrayList<>();
        for (String name : REGISTRY_FILES) {
            Path before = copy(clean.resolve(name), workspace.resolve("registry/before"));
            Path changed = session.resolve(name);
            if (Files.isRegularFile(changed, LinkOption.NOFOLLOW_LINKS)) {
                Path after = copy(changed, workspace.resolve("registry/after"));
                registry.add(RegistryDifference.between(WineRegistryFile.open(before), WineRegistryFile.open(after)));
            }
        }
        try (FileSpool.Writer files = new FileSpool.Writer(workspace.resolve("files"))) {
            DriveDifference.write(
                    SYSTEM_DRIVE, clean.resolve("drive_c"), drive, whole, workspace.resolve("before/C"), files);
        }
        return new WinePrefixChanges(machine, workspace, List.copyOf(registry));
    }

    private static Path copy(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public CaptureMachine machine() {
        return machine;
    }

    @Override
    public Stream<FileChange> files() throws IOException {
        return FileSpool.read(workspace.resolve("files"));
    }

    /** In the order of the files, which is that of their roots: HKCU, HKLM, HKU. */
    @Override
    public Stream<RegistryChange> registry() {
        return registry.stream().flatMap(RegistryDifference::changes);
    }

    @Override
    public Path content(WindowsPath file) {
        return at("content", file);
    }

    @Override
    public Optional<Path> earlier(WindowsPath file) {
        return Optional.of(at("before", file)).filter(Files::isRegularFile);
    }

    private Path at(String kept, WindowsPath file) {
        Path at = workspace.resolve(kept).resolve(String.valueOf(file.drive()));
        for (String name : file.names()) {
            Path exact = at.resolve(name);
            at = Files.exists(exact, LinkOption.NOFOLLOW_LINKS) ? exact : inAnotherCase(exact);
        }
        return at;
    }

    private static Path inAnotherCase(Path wanted) {
        String folded = WindowsNames.fold(wanted.getFileName().toString());
        try (Stream<Path> entries = Files.list(wanted.getParent())) {
            return entries.filter(entry ->
                            WindowsNames.fold(entry.getFileName().toString()).equals(folded))
                    .findFirst()
                    .orElse(wanted);
        } catch (IOException e) {
            return wanted;
        }
    }
}
