package studio.ctnr.wizard.diff;

import java.util.List;
import java.util.Optional;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.engine.change.CaptureMachine;

/** The pattern by which a container's {@code isolation} names the place of a row. */
public final class IsolationPlace {
    private static final List<String> HIVES = List.of("HKCU", "HKLM\\SOFTWARE");

    private record Folder(String variable, String path) {}

    private IsolationPlace() {}

    /**
     * The pattern of a file, or of a folder or key with what lies in it; of a value, that of its key. Folders of the user
     * are named by their variables. Empty for what no rule of a container can name.
     */
    public static Optional<String> of(DiffTree tree, int node) {
        String path = tree.path(node);
        if (tree.kind(node) == NodeKind.ROOT || path.isEmpty()) {
            return Optional.empty();
        }
        if (!tree.inRegistry(node)) {
            String named = named(path, tree.changes().machine());
            return Optional.of(tree.kind(node) == NodeKind.FILE ? named : named + "\\**");
        }
        String folded = WindowsNames.fold(path);
        boolean held = HIVES.stream().anyMatch(hive -> folded.startsWith(hive + "\\") || folded.equals(hive));
        return held ? Optional.of(path + "\\**") : Optional.empty();
    }

    private static String named(String path, CaptureMachine machine) {
        String profile = machine.profile().toString();
        List<Folder> folders = List.of(
                new Folder("%APPDATA%", profile + "\\AppData\\Roaming"),
                new Folder("%LOCALAPPDATA%", profile + "\\AppData\\Local"),
                new Folder("%USERPROFILE%", profile));
        for (Folder folder : folders) {
            int length = folder.path.length();
            boolean inside = path.regionMatches(true, 0, folder.path, 0, length)
                    && (path.length() == length || path.charAt(length) == '\\');
            if (inside) {
                return folder.variable + path.substring(length);
            }
        }
        return path;
    }
}
