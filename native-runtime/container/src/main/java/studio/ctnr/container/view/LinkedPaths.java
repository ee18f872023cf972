package studio.ctnr.container.view;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import studio.ctnr.container.LinkMarker;
import studio.ctnr.container.WindowsPath;

/** Names of the view whose links are followed, as link_follow.c does. */
final class LinkedPaths {
    /** What Windows follows on one path. */
    private static final int MOST_LINKS = 63;

    private final LayerFiles files;
    private final Function<WindowsPath, String> places;
    private final Predicate<WindowsPath> host;

    /**
     * @param places where the container has a path
     * @param host whether a path has the mode {@code host}, where the container has no links
     */
    LinkedPaths(LayerFiles files, Function<WindowsPath, String> places, Predicate<WindowsPath> host) {
        this.files = files;
        this.places = places;
        this.host = host;
    }

    /**
     * @param targets what the path means after each link that was followed, in the object manager's spelling where it is
     *     no path of a drive
     * @param end the path that is meant; empty when the links lead out of the drives, or round in a circle
     */
    record Followed(List<String> targets, Optional<WindowsPath> end) {}

    Followed follow(WindowsPath view, Function<WindowsPath, WindowsPath> real) throws IOException {
        List<String> targets = new ArrayList<>();
        WindowsPath now = view;
        while (targets.size() <= MOST_LINKS) {
            Optional<String> next = next(now);
            if (next.isEmpty()) {
                return new Followed(targets, Optional.of(now));
            }
            if (!isDrivePath(next.get())) {
                targets.add(next.get());
                return new Followed(targets, Optional.empty());
            }
            now = real.apply(WindowsPath.of(withoutDots(next.get())));
            targets.add(now.toString());
        }
        return new Followed(targets.subList(0, 1), Optional.empty());
    }

    private static boolean isDrivePath(String path) {
        return path.matches("(?s)[A-Za-z]:\\\\.*");
    }

    /** Where the first link on the way leads, with what stands behind it. */
    private Optional<String> next(WindowsPath view) throws IOException {
        WindowsPath here = WindowsPath.of(view.drive() + ":\\");
        for (String name : view.names()) {
            WindowsPath folder = here;
            here = here.resolve(name);
            Optional<LinkMarker> link = host.test(here) ? Optional.empty() : files.link(places.apply(here));
            if (link.isPresent()) {
                String rest = view.relativeTo(here);
                return Optional.of(target(folder, link.get()) + (rest.isEmpty() ? "" : "\\" + rest));
            }
        }
        return Optional.empty();
    }

    private static String target(WindowsPath folder, LinkMarker link) {
        if (!link.relative()) {
            return link.shown();
        }
        return link.target().startsWith("\\") ? folder.drive() + ":" + link.target() : folder + "\\" + link.target();
    }

    private static String withoutDots(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.substring(2).split("\\\\")) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return path.substring(0, 2) + "\\" + String.join("\\", names);
    }
}
