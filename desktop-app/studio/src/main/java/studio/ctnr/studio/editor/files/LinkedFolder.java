package studio.ctnr.studio.editor.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.ctnr.container.ContainerLayout;
import studio.ctnr.container.LinkMarker;
import studio.ctnr.container.WindowsPath;

/** Finds the folder that an application reaches by a path of the container: links on the way are followed, as it does. */
final class LinkedFolder {
    /** As many as the runtime follows on one path. */
    private static final int MOST = 63;

    private static final String ABSOLUTE = "\\??\\";

    private final FileNode root;
    private final ContainerLayout layout;
    private final Content content;

    /** Where the bytes of a file are. */
    interface Content {
        Path of(FileNode node) throws IOException;
    }

    LinkedFolder(FileNode root, ContainerLayout layout, Content content) {
        this.root = root;
        this.layout = layout;
        this.content = content;
    }

    /** A link that leads to what is no folder of the container. */
    static final class LeadsAway extends Exception {
        private static final long serialVersionUID = 1;

        private final String link;
        private final String target;

        private LeadsAway(String link, String target) {
            super(link + " leads to " + target);
            this.link = link;
            this.target = target;
        }

        String link() {
            return link;
        }

        String target() {
            return target;
        }
    }

    /** A link on the way, and what was to follow it. */
    private record Met(FileNode folder, String name, LinkMarker marker, List<String> rest) {}

    /**
     * Follows; what leads nowhere is told by the first link. Reads the disk.
     *
     * @param path in the container, by slashes
     */
    FileNode at(String path) throws IOException, LeadsAway {
        Optional<Met> first = Optional.empty();
        Optional<String> next = Optional.of(path);
        for (int links = 0; next.isPresent() && links <= MOST; links++) {
            Optional<Met> met = met(next.get());
            if (met.isEmpty()) {
                Optional<FileNode> found = root.find(next.get()).filter(FileNode::isFolder);
                if (found.isPresent()) {
                    return found.get();
                }
                break;
            }
            first = first.or(() -> met);
            next = met.flatMap(this::target);
        }
        Met link = first.orElseThrow(() -> new IOException("there is no folder " + path));
        throw new LeadsAway(link.name(), link.marker().shown());
    }

    private Optional<Met> met(String path) throws IOException {
        List<String> names = List.of(path.split("/"));
        FileNode at = root;
        for (int i = 0; i < names.size(); i++) {
            Optional<FileNode> next = at.child(names.get(i));
            Optional<FileNode> marker = at.child(LinkMarker.markerFor(names.get(i)));
            if (next.isPresent() && marker.isPresent()) {
                Optional<LinkMarker> link = LinkMarker.read(content.of(marker.get()));
                if (link.isPresent()) {
                    List<String> rest = names.subList(i + 1, names.size());
                    return Optional.of(new Met(at, next.get().name(), link.get(), rest));
                }
            }
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get();
        }
        return Optional.empty();
    }

    /** In the container, by slashes; empty for what is no path of a drive, such as a share. */
    private Optional<String> target(Met link) {
        String target = link.marker().target();
        Optional<WindowsPath> here = layout.toWindows(link.folder().path());
        try {
            WindowsPath path;
            if (target.startsWith(ABSOLUTE) && !link.marker().relative()) {
                path = WindowsPath.of(target.substring(ABSOLUTE.length()));
            } else if (link.marker().relative() && here.isPresent()) {
                boolean fromRoot = target.startsWith("\\");
                path = resolved(here.get(), fromRoot ? List.of() : here.get().names(), target);
            } else {
                return Optional.empty();
            }
            return Optional.of(String.join("/", joined(layout.toContainer(path), link.rest())));
        } catch (IllegalArgumentException noPath) {
            return Optional.empty();
        }
    }

    private static WindowsPath resolved(WindowsPath here, List<String> from, String relative) {
        List<String> names = new ArrayList<>(from);
        for (String part : relative.split("\\\\")) {
            if (part.equals("..") && !names.isEmpty()) {
                names.removeLast();
            } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                names.add(part);
            }
        }
        return WindowsPath.of(here.drive() + ":\\" + String.join("\\", names));
    }

    private static List<String> joined(String path, List<String> rest) {
        List<String> all = new ArrayList<>(Arrays.asList(path.split("/")));
        all.addAll(rest);
        return all;
    }
}
