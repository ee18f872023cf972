package studio.ctnr.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The main job from end to end, on a sample installer that is compiled on the spot. */
@Command(
        name = "demo",
        description = "Show the main job: compile a sample installer, capture it, review it, build a container of it.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "Where its results go (default: build/demo in the checkout).")
    private Optional<Path> folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = home();
        Path demo = Files.createDirectories(
                folder.orElse(home.resolve("build").resolve("demo")).toAbsolutePath());
        PrintWriter out = spec.commandLine().getOut();

        title(out, "1. A sample installer, made by NSIS as any other");
        compile(home, demo);
        String installer = demo.resolve("tally-setup.exe").toString();
        String project = demo.resolve("tally.capture").toString();
        String container = demo.resolve("tally.ctnr").toString();
        String unpacked = demo.resolve("tally").toString();
        out.println(installer);

        List<Act> acts = List.of(
                act("Capture: it runs in a clean sandbox", "capture", installer, "-p", project, "--force"),
                act("What it changed, and why some of it does not count", "diff", project),
                act("Build the container", "build", project, "-o", container, "--force"),
                act("Look into it, without unpacking", "inspect", container),
                act("Prove that it is whole", "verify", container),
                act("Unpack it", "extract", container, unpacked, "--force"),
                act("Its registry", "hive", "ls", unpacked, "HKCU\\Software\\Ctnr Samples", "--recursive"));
        for (int i = 0; i < acts.size(); i++) {
            int code = show(out, i + 2, acts.get(i));
            if (code != ExitCode.DONE) {
                return code;
            }
        }
        title(out, "Done");
        out.printf(
                "installer  %s%nproject    %s%ncontainer  %s%nunpacked   %s%n",
                installer, project, container, unpacked);
        return ExitCode.DONE;
    }

    /** A title, and the command that is shown under it. */
    private record Act(String title, List<String> command) {}

    private static Act act(String title, String... command) {
        return new Act(title, List.of(command));
    }

    private static Path home() {
        String home = System.getenv("CTNR_HOME");
        if (home == null || !Files.exists(Path.of(home, "assets", "samples", "make.sh"))) {
            throw new CommandFailure(
                    ExitCode.NOT_AVAILABLE,
                    "the demo compiles its installer from the project's sources; start it as ./ctnr demo in a checkout");
        }
        return Path.of(home);
    }

    private static void compile(Path home, Path demo) throws IOException, InterruptedException {
        Process make = new ProcessBuilder(
                        home.resolve("assets/samples/make.sh").toString(), demo.toString(), "tally-setup.exe")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        int code = make.waitFor();
        if (code != 0) {
            throw new CommandFailure(
                    ExitCode.FAILED, "the sample installer could not be made (exit code " + code + "); see above");
        }
    }

    private int show(PrintWriter out, int number, Act act) {
        title(out, number + ". " + act.title());
        out.println("$ ctnr "
                + String.join(
                        " ", act.command().stream().map(DemoCommand::quote).toList()));
        out.flush();
        CommandLine fresh = Ctnr.commandLine(Ctnr.rootOf(spec).interruption());
        fresh.setOut(out);
        return fresh.execute(act.command().toArray(String[]::new));
    }

    private static String quote(String word) {
        return word.matches("[\\w./=-]+") ? word : "'" + word + "'";
    }

    private static void title(PrintWriter out, String title) {
        out.printf("%n── %s %s%n", title, "─".repeat(Math.max(0, 74 - title.length())));
        out.flush();
    }
}
