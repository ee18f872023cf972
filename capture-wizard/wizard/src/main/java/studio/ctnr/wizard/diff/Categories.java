package studio.ctnr.wizard.diff;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.CaptureMachine;
import studio.ctnr.engine.change.ChangeKind;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.inspect.MachineWords;

/** Tells what a change is of, by its name and place. */
final class Categories {
    static final long LARGE_BYTES = 10L << 20;

    private static final Set<String> EXECUTABLES = Set.of(
            "exe", "dll", "sys", "ocx", "cpl", "com", "scr", "drv", "msi", "msp", "bat", "cmd", "ps1", "vbs", "jar");
    private static final List<String> STARTUP_KEYS = List.of(
            "\\currentversion\\run",
            "\\currentversion\\runonce",
            "\\currentversion\\policies\\explorer\\run",
            "\\active setup\\installed components",
            "\\winlogon");
    private static final String START_MENU = "\\start menu\\";
    private static final String STARTUP_FOLDER = "\\start menu\\programs\\startup";
    private static final Pattern COM =
            Pattern.compile("\\\\classes\\\\(wow6432node\\\\)?(clsid|interface|typelib|appid)(\\\\|$)");
    private static final Pattern FILE_TYPE = Pattern.compile(
            "\\\\software\\\\(wow6432node\\\\)?classes\\\\(\\.[^\\\\]+|[^\\\\]+\\\\(shell|defaulticon)(\\\\|$))");
    private static final Pattern ENVIRONMENT =
            Pattern.compile("^hkcu\\\\environment$|\\\\session manager\\\\environment$");
    private static final Pattern SERVICE =
            Pattern.compile("^hklm\\\\system\\\\[^\\\\]*controlset[^\\\\]*\\\\services\\\\");

    private final MachineWords machine;

    Categories(CaptureMachine captured) {
        machine = new MachineWords(captured);
    }

    /** @param search the change's path in small letters */
    int of(FileChange change, String search) {
        int bits = kind(change.kind());
        WindowsPath path = change.path();
        if (!change.folder()) {
            long size = change.after().or(change::before).orElseThrow().size();
            bits |= size >= LARGE_BYTES ? Category.LARGE.bit() : 0;
            bits |= EXECUTABLES.contains(path.extension()) ? Category.EXECUTABLES.bit() : 0;
        }
        bits |= path.extension().equals("lnk") && (search.contains(START_MENU) || search.contains("\\desktop\\"))
                ? Category.SHORTCUTS.bit()
                : 0;
        bits |= search.contains(STARTUP_FOLDER) ? Category.STARTUP.bit() : 0;
        return bits | (machine.standIn(path.name()) ? Category.MACHINE_SPECIFIC.bit() : 0);
    }

    /** @param search the key, the value's name and its data, in small letters */
    int of(RegistryChange change, String key, String data) {
        int bits = kind(change.kind());
        bits |= COM.matcher(key).find() ? Category.COM.bit() : 0;
        bits |= SERVICE.matcher(key).find() ? Category.SERVICES.bit() : 0;
        bits |= FILE_TYPE.matcher(key).find() ? Category.FILE_TYPES.bit() : 0;
        bits |= ENVIRONMENT.matcher(key).find() ? Category.ENVIRONMENT.bit() : 0;
        bits |= key.contains("\\currentversion\\uninstall\\") ? Category.UNINSTALL.bit() : 0;
        bits |= STARTUP_KEYS.stream().anyMatch(key::contains) ? Category.STARTUP.bit() : 0;
        boolean named = machine.standIn(change.key().name())
                || change instanceof RegistryChange.OfValue value
                        && (machine.standIn(value.name()) || machine.standIn(data));
        return bits | (named ? Category.MACHINE_SPECIFIC.bit() : 0);
    }

    private static int kind(ChangeKind kind) {
        return switch (kind) {
            case ADDED -> Category.ADDED.bit();
            case CHANGED -> Category.CHANGED.bit();
            case DELETED -> Category.DELETED.bit();
        };
    }
}
