package studio.ctnr.studio.editor.files;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import studio.ctnr.container.LinkMarker;
import studio.ctnr.container.Whiteout;
import studio.ctnr.container.WindowsNames;

/** A file or folder of a container as it will be when what was edited is saved. */
final class FileNode {
    private final Kind kind;
    private final long size;
    private final Instant modified;
    private final Optional<Path> source;
    private final TreeMap<String, FileNode> children = new TreeMap<>();
    private String name;
    private FileNode parent;

    enum Kind {
        FOLDER,
        FILE,
        /** Stands for a file or folder of the host that the application must not see. */
        WHITEOUT,
        /** Makes the name beside it a symbolic link or a junction. */
        LINK;

        /** Of a file that a container has. */
        static Kind of(String name) {
            if (LinkMarker.linked(name).isPresent()) {
                return LINK;
            }
            return Whiteout.isMarker(name) ? WHITEOUT : FILE;
        }
    }

    /**
     * @param source where the content comes from when it is not in the container yet
     */
    FileNode(String name, Kind kind, long size, Instant modified, Optional<Path> source) {
        this.name = name;
        this.kind = kind;
        this.size = size;
        this.modified = modified;
        this.source = source;
    }

    static FileNode folder(String name) {
        return new FileNode(name, Kind.FOLDER, 0, Instant.EPOCH, Optional.empty());
    }

    String name() {
        return name;
    }

    Kind kind() {
        return kind;
    }

    boolean isFolder() {
        return kind == Kind.FOLDER;
    }

    /** In bytes. */
    long size() {
        return size;
    }

    Instant modified() {
        return modified;
    }

    Optional<Path> source() {
        return source;
    }

    Optional<FileNode> parent() {
        return Optional.ofNullable(parent);
    }

    /** In the container, by slashes; empty for the root. */
    String path() {
        if (parent == null) {
            return "";
        }
        String above = parent.path();
        return above.isEmpty() ? name : above + "/" + name;
    }

    Collection<FileNode> children() {
        return children.values();
    }

    /** Case does not count. */
    Optional<FileNode> child(String wanted) {
        return Optional.ofNullable(children.get(WindowsNames.fold(wanted)));
    }

    Optional<FileNode> find(String path) {
        FileNode at = this;
        for (String part : path.split("/")) {
            Optional<FileNode> next = part.isEmpty() ? Optional.of(at) : at.child(part);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get();
        }
        return Optional.of(at);
    }

    void add(FileNode child) {
        child.parent = this;
        children.put(WindowsNames.fold(child.name), child);
    }

    void remove(FileNode child) {
        children.remove(WindowsNames.fold(child.name));
    }

    /** Its name. */
    @Override
    public String toString() {
        return name;
    }

    void rename(String to) {
        FileNode above = parent;
        above.remove(this);
        name = to;
        above.add(this);
    }
}
