package studio.ctnr.studio.editor.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.ctnr.container.LinkMarker;

/** Links among the files of a container: what is done to a link is done to its name and to the marker beside it. */
final class FileLinks {
    private FileLinks() {}

    /** The name of a link or of any other file, whichever of a link's two files is given. */
    static String name(FileNode node) {
        return LinkMarker.linked(node.name()).orElse(node.name());
    }

    /** Takes a file, or both files of a link, out of the container. */
    static List<FileChange> removal(FileNode node) {
        return whole(node).stream().map(FileLinks::removed).toList();
    }

    static List<FileChange> renaming(FileNode node, String to) {
        List<FileNode> whole = whole(node);
        List<FileChange> changes = new ArrayList<>();
        marker(node.parent().orElseThrow(), to)
                .filter(left -> !whole.contains(left))
                .map(FileLinks::removed)
                .ifPresent(changes::add);
        for (FileNode each : whole) {
            String name = each.kind() == FileNode.Kind.LINK ? LinkMarker.markerFor(to) : to;
            changes.add(new FileChange.Rename(each.path(), name));
        }
        return changes;
    }

    /** Takes away a marker that was left without its name: what is made there is no link. */
    static Optional<FileChange> clearing(FileNode folder, String name) {
        return marker(folder, name).map(FileLinks::removed);
    }

    private static Optional<FileNode> marker(FileNode folder, String name) {
        return folder.child(LinkMarker.markerFor(name));
    }

    /** The name before the marker. */
    private static List<FileNode> whole(FileNode node) {
        FileNode folder = node.parent().orElseThrow();
        return Stream.of(folder.child(name(node)), marker(folder, name(node)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static FileChange removed(FileNode node) {
        return new FileChange.Remove(node.path(), node);
    }
}
