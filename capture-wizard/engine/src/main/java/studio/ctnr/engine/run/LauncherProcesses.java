package studio.ctnr.engine.run;

import java.util.Locale;
import java.util.stream.Stream;
import studio.ctnr.container.ContainerFolder;

/** The launchers that run on this system, whoever started them, by what their command lines name. */
final class LauncherProcesses {
    private LauncherProcesses() {}

    static boolean anyOf(ContainerFolder container) {
        String path = plain(container.launcher().toString());
        return ProcessHandle.allProcesses()
                .flatMap(process ->
                        Stream.concat(process.info().commandLine().stream(), process.info().command().stream()))
                .anyMatch(line -> plain(line).contains(path));
    }

    /** Wine shows a process by its path on a drive: {@code Z:\home\…} for {@code /home/…}. */
    private static String plain(String text) {
        return text.replace('\\', '/').toLowerCase(Locale.ROOT);
    }
}
