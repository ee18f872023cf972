package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** How this process may make mount namespaces. */
enum Namespaces {
    /** As root. */
    ROOT(List.of("unshare", "-m", "--propagation", "private", "--"), List.of("-m", "--")),
    /** In a user namespace, in which the user is root. */
    ROOTLESS(
            List.of("unshare", "-Urm", "--propagation", "private", "--"),
            List.of("-U", "--preserve-credentials", "-m", "--")),
    /** Not at all. */
    NONE(List.of(), List.of());

    private final List<String> enter;
    private final List<String> join;

    Namespaces(List<String> enter, List<String> join) {
        this.enter = enter;
        this.join = join;
    }

    /** What comes before a command that is to run in new namespaces. */
    List<String> enter() {
        return enter;
    }

    /** What comes before a command that is to run in the namespaces of the process {@code pid}. */
    List<String> join(long pid) {
        return Stream.concat(Stream.of("nsenter", "-t", Long.toString(pid)), join.stream())
                .toList();
    }

    boolean possible() {
        return this != NONE;
    }

    /** Tries them. */
    static Namespaces of(WineHost host) throws IOException {
        for (Namespaces way : List.of(ROOT, ROOTLESS)) {
            // a bind mount is the least that is needed in them
            List<String> trial = List.of("sh", "-c", "mount --bind /proc /proc");
            if (host.ask(Stream.concat(way.enter.stream(), trial.stream()).toList())
                    .good()) {
                return way;
            }
        }
        return NONE;
    }
}
