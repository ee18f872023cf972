package studio.ctnr.engine.run;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import studio.ctnr.container.ContainerFolder;

/**
 * How a container's {@code launcher.exe} is started on one system.
 *
 * @param before what comes before the program: {@code wine}, or nothing
 * @param environment what its environment has beside this program's
 * @param windowsName what Windows programs call a file of this system
 */
record LauncherHost(List<String> before, Map<String, String> environment, Function<Path, String> windowsName) {
    /** A start of the launcher, about to be made. */
    ProcessBuilder launcher(ContainerFolder container, List<String> arguments) {
        List<String> command = new ArrayList<>(before);
        command.add(container.launcher().toString());
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().putAll(environment);
        return process;
    }

    /** What the launcher says of this machine; it starts nothing. */
    RuntimeHost.Diagnosis examine(ContainerFolder container, boolean json) throws IOException {
        Process process = launcher(container, json ? List.of("--doctor", "--json") : List.of("--doctor"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new RuntimeHost.Diagnosis(text.replace("\r\n", "\n"), process.waitFor());
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while the launcher looked");
        }
    }
}
