package studio.ctnr.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How a command answers: lines for people, or with {@code --json} one JSON document for programs. */
final class Output {
    private static final int COLUMNS = 100;

    @Option(names = "--json", description = "Answer with one JSON document on standard output.")
    private boolean json;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    boolean isJson() {
        return json;
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** Tells something beside the answer, on standard error. */
    void err(String sentence) {
        command.commandLine().getErr().println("ctnr: " + sentence);
        command.commandLine().getErr().flush();
    }

    /** Shows how far the work is, where somebody looks; close it before answering. It ends work that is cancelled. */
    ProgressLine progress() {
        return progress(ProgressAmount.Unit.STEPS);
    }

    /** Likewise, for work that counts in {@code unit}. */
    ProgressLine progress(ProgressAmount.Unit unit) {
        boolean shown = Terminal.isWatched() && !Ctnr.rootOf(command).quiet();
        return new ProgressLine(
                shown ? command.commandLine().getErr() : null,
                COLUMNS,
                unit,
                interruption()::requested,
                System::nanoTime);
    }

    Interruption interruption() {
        return Ctnr.rootOf(command).interruption();
    }

    /** Writes {@code document} (records, maps, lists) as indented JSON. */
    void json(Object document) {
        out().println(JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(document));
    }
}
