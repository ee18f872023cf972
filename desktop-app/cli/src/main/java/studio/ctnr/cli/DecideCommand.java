package studio.ctnr.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.rules.ChangeFilter;
import studio.ctnr.engine.rules.Decision;
import studio.ctnr.engine.rules.Decisions;
import studio.ctnr.engine.rules.Outcome;
import studio.ctnr.engine.rules.RuleSet;
import studio.ctnr.engine.rules.Selection;

/** What {@code ctnr include} and {@code ctnr exclude} share: a decision is written into the project. */
abstract class DecideCommand implements Callable<Integer> {
    private final Outcome outcome;

    @Parameters(index = "0", paramLabel = "PROJECT", description = "The folder of a capture project.")
    private Path folder;

    @Parameters(
            index = "1",
            paramLabel = "PATTERN",
            description =
                    "Files or keys, and what lies in them: a glob such as C:\\App\\docs, %%APPDATA%%\\*.log, *.pdb or "
                            + "HKCU\\Software\\Vendor. * is any name or part of one, ** any number of names.")
    private String pattern;

    @Option(
            names = "--value",
            paramLabel = "NAME",
            description = "Values of this name right in the matching keys, and nothing else; a glob; '' is the default "
                    + "value.")
    private String value;

    @Option(
            names = "--process",
            paramLabel = "NAME",
            description =
                    "Only what this program made, by its file name; a glob such as setup*.exe. The capture has to "
                            + "be observed.")
    private String process;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Why; it is kept with the decision.")
    private String reason;

    @Option(names = "--undo", description = "Take the decision for this pattern back: the rules decide again.")
    private boolean undo;

    @Option(names = "--dry-run", description = "Say what would change, and change nothing.")
    private boolean dryRun;

    @Option(names = "--force", description = "Keep the decision even when nothing in the project matches it.")
    private boolean force;

    @Mixin
    private Output output;

    DecideCommand(Outcome outcome) {
        this.outcome = outcome;
    }

    /** What a decision did, or would do. */
    private record Effect(
            String pattern, String outcome, long matching, int turnedFiles, int turnedRegistry, boolean written) {}

    @Override
    public Integer call() throws IOException {
        try {
            return decide(CaptureProject.open(folder), decision());
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private Decision decision() {
        try {
            return new Decision(outcome, pattern, Optional.ofNullable(value), Optional.ofNullable(process), reason);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(ExitCode.WRONG_USE, wrong.getMessage());
        }
    }

    private int decide(CaptureProject project, Decision decision) throws IOException {
        Decisions before = Decisions.read(project.verdicts());
        Decisions after = undo ? before.without(decision) : before.with(decision);
        if (undo && after.list().size() == before.list().size()) {
            throw new CommandFailure(
                    ExitCode.FAILED, "there is no decision for " + named() + " in " + project.verdicts());
        }
        long matching = ChangeFilter.of(decision, project.changes()).count(project.changes());
        if (matching == 0 && !undo && !force) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "nothing in %s matches %s: look at ctnr diff --all, or keep it with --force"
                            .formatted(folder, named()));
        }
        Selection old = selection(project, before);
        Selection.Difference turned = selection(project, after).difference(old);
        if (!dryRun) {
            after.write(project.verdicts());
        }
        Effect effect = new Effect(
                pattern,
                undo ? "undone" : outcome.name().toLowerCase(Locale.ROOT) + "d",
                matching,
                turned.files(),
                turned.registry(),
                !dryRun);
        if (output.isJson()) {
            output.json(effect);
        } else {
            tell(effect);
        }
        return ExitCode.DONE;
    }

    private static Selection selection(CaptureProject project, Decisions decisions) throws IOException {
        RuleSet rules = RuleSet.bundled().plus(RuleSet.read(project.rules())).plus(decisions.rules());
        return Selection.of(project.changes(), rules);
    }

    private void tell(Effect effect) {
        PrintWriter out = output.out();
        String done = (dryRun ? "Would be " : "") + effect.outcome();
        out.println(
                "%s: %s, which means %d of the capture's changes".formatted(capital(done), named(), effect.matching()));
        out.println(
                effect.turnedFiles() + effect.turnedRegistry() == 0
                        ? "Nothing turned by it: rules or closer decisions say the same already, or say otherwise and win"
                        : "Turned: %d of the files and folders, %d of the keys and values"
                                .formatted(effect.turnedFiles(), effect.turnedRegistry()));
        if (!dryRun && !undo) {
            out.println("Undo: ctnr %s --undo %s%s '%s'"
                    .formatted(
                            outcome.name().toLowerCase(Locale.ROOT),
                            folder,
                            option("--value", value) + option("--process", process),
                            pattern));
        }
        out.flush();
    }

    private String named() {
        return pattern
                + (value == null ? "" : " (value " + (value.isEmpty() ? "@" : value) + ")")
                + (process == null ? "" : " (made by " + process + ")");
    }

    private static String option(String name, String value) {
        return value == null ? "" : " " + name + " '" + value + "'";
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
