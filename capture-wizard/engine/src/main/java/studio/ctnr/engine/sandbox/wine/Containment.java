package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Locks a machine in with bubblewrap: a file system of its own in which the host's {@code /usr} is read-only and
 * nothing else of the host is there, with processes, host name and (unless asked otherwise) network of its own.
 */
final class Containment {
    private static final List<String> SYSTEM_FOLDERS = List.of("bin", "sbin", "lib", "lib32", "lib64", "libx32");
    private static final List<String> ETC = List.of("ld.so.cache", "ld.so.conf", "ld.so.conf.d", "alternatives");
    private static final List<String> ETC_NETWORK =
            List.of("resolv.conf", "hosts", "nsswitch.conf", "gai.conf", "ssl", "ca-certificates");

    private final List<String> arguments = new ArrayList<>();

    private Containment() {}

    /** What comes before a command that is to run locked in. */
    static List<String> command(
            MachineLayout layout, boolean network, DisplayPlan display, Map<String, String> environment, Path wine)
            throws IOException {
        Containment lock = new Containment();
        lock.add("bwrap", "--die-with-parent", "--new-session", "--cap-drop", "ALL");
        lock.add("--unshare-user-try", "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try");
        lock.add("--hostname", MachineLayout.COMPUTER);
        if (!network) {
            lock.add("--unshare-net");
        }
        lock.fileSystem(layout, network, wine);
        lock.add("--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp");
        for (String socket : display.hostFiles()) {
            lock.readOnly(socket);
        }
        lock.add("--remount-ro", "/", "--clearenv");
        environment.forEach((name, value) -> lock.add("--setenv", name, value));
        lock.add("--chdir", layout.unixName("exchange"), "--");
        return lock.arguments;
    }

    private void fileSystem(MachineLayout layout, boolean network, Path wine) throws IOException {
        add("--tmpfs", "/");
        readOnly("/usr");
        for (String name : SYSTEM_FOLDERS) {
            Path folder = Path.of("/" + name);
            if (Files.isSymbolicLink(folder)) {
                add("--symlink", Files.readSymbolicLink(folder).toString(), folder.toString());
            } else if (Files.isDirectory(folder)) {
                readOnly(folder.toString());
            }
        }
        Path real = wine.toRealPath();
        if (real.startsWith("/opt")) {
            readOnly("/opt/" + real.getName(1));
        }
        ETC.forEach(name -> readOnly("/etc/" + name));
        if (network) {
            ETC_NETWORK.forEach(name -> readOnly("/etc/" + name));
        }
        readOnly("/var/cache/fontconfig");
        file(layout, "passwd", "%s:x:0:0::/home/%1$s:/bin/sh\n".formatted(MachineLayout.USER), "/etc/passwd");
        file(layout, "group", MachineLayout.USER + ":x:0:\n", "/etc/group");
        file(layout, "fonts.conf", WineFonts.configuration(), "/etc/fonts/fonts.conf");
        add("--bind", layout.prefix().toString(), layout.unixName("prefix"));
        add("--ro-bind", layout.scratch().resolve("media").toString(), layout.unixName("media"));
        add("--bind", layout.exchange().toString(), layout.unixName("exchange"));
        add("--bind", layout.scratch().resolve("home").toString(), "/home/" + MachineLayout.USER);
    }

    private void file(MachineLayout layout, String name, String text, String inside) throws IOException {
        Path file = layout.scratch().resolve(name);
        Files.writeString(file, text);
        add("--ro-bind", file.toString(), inside);
    }

    /** Shows a file or folder of the host under its own name; one that is not there is left out. */
    private void readOnly(String path) {
        add("--ro-bind-try", path, path);
    }

    private void add(String... words) {
        arguments.addAll(List.of(words));
    }
}
