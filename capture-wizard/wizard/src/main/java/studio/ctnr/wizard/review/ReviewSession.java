package studio.ctnr.wizard.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.rules.ChangeFilter;
import studio.ctnr.engine.rules.Decision;
import studio.ctnr.engine.rules.Decisions;
import studio.ctnr.engine.rules.RuleSet;
import studio.ctnr.engine.rules.SharedRule;
import studio.ctnr.wizard.diff.DiffState;
import studio.ctnr.wizard.diff.DiffTree;
import studio.ctnr.wizard.diff.MemoryChanges;
import studio.ctnr.wizard.diff.TreeBuilder;
import studio.ctnr.wizard.model.Amended;
import studio.ctnr.wizard.model.ChangedFileException;
import studio.ctnr.wizard.model.SeenFile;

/** A project that is open for review: its changes, its rules, and the file that its decisions are kept in. */
public final class ReviewSession {
    private static final int EXAMPLES = 200;

    private final CaptureProject project;
    private final DiffTree tree;
    private final RuleSet rules;
    private final Kept kept;
    private final List<Path> folders;
    private final Amended amended;
    private final SeenFile verdicts;
    private List<SharedRule> written = List.of();
    private final DiffState first;

    private ReviewSession(
            CaptureProject project,
            Path shared,
            DiffTree tree,
            RuleSet rules,
            Kept kept,
            SeenFile verdicts,
            Amended amended)
            throws IOException {
        this.verdicts = verdicts;
        this.folders = List.of(project.rules(), shared);
        this.amended = amended;
        this.project = project;
        this.tree = tree;
        this.rules = rules;
        this.kept = kept;
        this.first = judged(kept);
    }

    /**
     * Reads all that a review needs.
     *
     * @param shared the folder of rules for later captures
     * @param amended what is changed of the capture, here and elsewhere
     */
    static ReviewSession open(CaptureProject project, Path shared, Amended amended, String files, String registry)
            throws IOException {
        DiffTree tree = TreeBuilder.build(MemoryChanges.of(project.changes()), files, registry);
        RuleSet rules = RuleSet.bundled().plus(RuleSet.read(project.rules()));
        SeenFile verdicts = new SeenFile();
        verdicts.look(project.verdicts());
        Kept kept = new Kept(Decisions.read(project.verdicts()), amended.read(project.amendments()), List.of());
        return new ReviewSession(project, shared, tree, rules, kept, verdicts, amended);
    }

    public DiffTree tree() {
        return tree;
    }

    Kept kept() {
        return kept;
    }

    DiffState first() {
        return first;
    }

    public CaptureProject project() {
        return project;
    }

    /**
     * Keeps what was decided and judges by it; one at a time, so that the newest is what stays on disk.
     *
     * @throws ChangedFileException when another program wrote to a file meanwhile: it is left as it is
     */
    synchronized DiffState judge(Kept now) throws IOException {
        verdicts.refuseChanged(project.verdicts());
        now.decisions().write(project.verdicts());
        verdicts.look(project.verdicts());
        amended.write(project.amendments());
        for (Path folder : folders) {
            for (SharedRule rule : written) {
                if (!now.rules().contains(rule)) {
                    rule.remove(folder);
                }
            }
            for (SharedRule rule : now.rules()) {
                if (!written.contains(rule)) {
                    rule.write(folder);
                }
            }
        }
        written = now.rules();
        return judged(now);
    }

    private DiffState judged(Kept now) throws IOException {
        RuleSet made = new RuleSet(now.rules().stream().map(SharedRule::rule).toList());
        return DiffState.judge(tree, rules.plus(made).plus(now.decisions().rules()), now.amendments());
    }

    /** A decision as a rule for later captures too. */
    SharedRule shared(Decision decision) {
        return SharedRule.of(decision, folders);
    }

    /**
     * What a decision means.
     *
     * @param count of changes
     * @param examples the paths of the first of them
     */
    public record Caught(int count, List<String> examples) {}

    /** Finds what a decision means, whether it would decide or not. */
    public Caught catches(Decision decision) throws IOException {
        ChangeFilter filter = ChangeFilter.of(decision, tree.changes());
        int count = 0;
        List<String> examples = new ArrayList<>();
        for (FileChange change : tree.changes().files().toList()) {
            if (filter.matches(change)) {
                count++;
                add(examples, change.path().toString());
            }
        }
        for (RegistryChange change : tree.changes().registry().toList()) {
            if (filter.matches(change)) {
                count++;
                add(
                        examples,
                        change.key() + (change instanceof RegistryChange.OfValue value ? " → " + value.name() : ""));
            }
        }
        return new Caught(count, examples);
    }

    private static void add(List<String> examples, String path) {
        if (examples.size() < EXAMPLES) {
            examples.add(path);
        }
    }
}
