package studio.ctnr.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.ctnr.container.FileTree;

/**
 * Where a capture goes.
 *
 * @param project the folder of the capture project
 * @param output the container to build of it
 * @param force whether what is there already is replaced
 */
record CaptureTarget(Path project, Optional<Path> output, boolean force) {

    /** Without a project folder it is the installer's name with {@code .capture}, in the current folder. */
    static CaptureTarget of(Path installer, Optional<Path> project, Optional<Path> output, boolean force) {
        Path folder = project.orElseGet(() -> Path.of(stem(installer) + ".capture"));
        CaptureTarget target = new CaptureTarget(folder, output, force);
        target.check();
        return target;
    }

    private static String stem(Path installer) {
        String name = installer.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private void check() {
        if (!force && Files.exists(project.resolve("project.yml"))) {
            throw new CommandFailure(
                    ExitCode.WRONG_USE,
                    project
                            + " holds a capture already; name another folder with --project, or replace it with --force");
        }
        if (!force && output.isPresent() && Files.exists(output.get())) {
            throw new CommandFailure(ExitCode.WRONG_USE, output.get() + " is there already; replace it with --force");
        }
    }

    /**
     * Makes way for a new project. Only what a capture made is removed: the engineer's verdicts and rules stay, and apply
     * to the new capture.
     */
    void clear() throws IOException {
        if (!force || !Files.exists(project.resolve("project.yml"))) {
            return;
        }
        Files.delete(project.resolve("project.yml"));
        for (String part : List.of("changes", "content", "logs", "screenshots")) {
            FileTree.delete(project.resolve(part));
        }
    }
}
