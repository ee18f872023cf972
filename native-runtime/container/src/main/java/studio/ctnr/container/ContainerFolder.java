package studio.ctnr.container;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A container as a folder on disk: where each of its parts lies. It holds no state of its own; {@code config.yml} is
 * what makes a folder a container.
 *
 * @param root the container's own folder, absolute
 */
public record ContainerFolder(Path root) {
    private static final List<String> FOLDERS = List.of(
            "rootfs/ProgramFiles",
            "rootfs/ProgramFilesX86",
            "rootfs/ProgramData",
            "rootfs/Windows",
            "rootfs/Drives",
            "user/AppData/Roaming",
            "user/LocalAppData",
            "user/Profile",
            "user/Registry",
            "temp",
            "cache",
            "snapshots",
            "bin/runtime",
            "logs");

    public ContainerFolder {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * Makes the folders of an empty container, all but {@code config.yml}, the hives and the programs in {@code bin}.
     *
     * @param root a folder that is empty or does not exist yet
     * @throws InvalidContainerException when it holds something already; nothing is changed then
     */
    public static ContainerFolder create(Path root) throws IOException {
        ContainerFolder folder = new ContainerFolder(root);
        if (Files.exists(folder.root, LinkOption.NOFOLLOW_LINKS) && !isEmptyFolder(folder.root)) {
            throw new InvalidContainerException(
                    folder.root + " is in the way: a new container needs an empty folder, or a name that is not taken");
        }
        for (String name : FOLDERS) {
            Files.createDirectories(folder.root.resolve(name));
        }
        return folder;
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }

    /**
     * Opens a container.
     *
     * @throws InvalidContainerException when there is none, saying what was found in its place
     */
    public static ContainerFolder open(Path root) throws InvalidContainerException {
        ContainerFolder folder = new ContainerFolder(root);
        if (!Files.exists(folder.root)) {
            throw new InvalidContainerException("There is no container at " + folder.root + ": nothing is there");
        }
        if (!Files.isDirectory(folder.root)) {
            throw new InvalidContainerException(folder.root + " is a file, not a container's folder");
        }
        if (!isContainer(folder.root)) {
            throw new InvalidContainerException(folder.root + " is not a container: it holds no config.yml");
        }
        return folder;
    }

    /** Whether a container lies at {@code folder}. */
    public static boolean isContainer(Path folder) {
        return Files.isRegularFile(folder.resolve("config.yml"));
    }

    public Path config() {
        return root.resolve("config.yml");
    }

    /** What the installer put on the machine. */
    public Path rootfs() {
        return root.resolve("rootfs");
    }

    /** What belongs to the user who runs it. */
    public Path user() {
        return root.resolve("user");
    }

    /** The regf hive whose root is HKEY_CURRENT_USER. */
    public Path hkcuHive() {
        return root.resolve("user/Registry/HKCU.hiv");
    }

    /** The regf hive whose root is HKEY_LOCAL_MACHINE\Software. */
    public Path hklmSoftwareHive() {
        return root.resolve("user/Registry/HKLM-SW.hiv");
    }

    public Path temp() {
        return root.resolve("temp");
    }

    public Path cache() {
        return root.resolve("cache");
    }

    public Path snapshots() {
        return root.resolve("snapshots");
    }

    public Path launcher() {
        return root.resolve("bin/launcher.exe");
    }

    /** The folder of the hook libraries. */
    public Path runtime() {
        return root.resolve("bin/runtime");
    }

    /** The event log: JSON lines, one event each. */
    public Path events() {
        return root.resolve("logs/events.log");
    }

    /**
     * The place of a container path on this host, spelled as given; whether anything is there does not matter.
     *
     * @param path relative, by forward slashes, as {@link ContainerLayout#toContainer} gives it
     * @throws IllegalArgumentException when it would lie outside the container
     */
    public Path resolve(String path) {
        Path place = root.resolve(path).normalize();
        if (!place.startsWith(root)) {
            throw new IllegalArgumentException("The path leaves the container: " + path);
        }
        return place;
    }

    /**
     * Finds the file or folder that Windows would find under a container path, whatever the case of its names on disk.
     *
     * @param path as for {@link #resolve}
     */
    public Optional<Path> find(String path) throws IOException {
        Path asSpelled = resolve(path);
        if (Files.exists(asSpelled, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(asSpelled);
        }
        Path here = root;
        for (Path name : root.relativize(asSpelled)) {
            Optional<Path> next = child(here, name.toString());
            if (next.isEmpty()) {
                return next;
            }
            here = next.get();
        }
        return Optional.of(here);
    }

    private static Optional<Path> child(Path folder, String name) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        String wanted = WindowsNames.fold(name);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(
                folder,
                entry -> WindowsNames.fold(entry.getFileName().toString()).equals(wanted))) {
            var found = entries.iterator();
            return found.hasNext() ? Optional.of(found.next()) : Optional.empty();
        }
    }
}
