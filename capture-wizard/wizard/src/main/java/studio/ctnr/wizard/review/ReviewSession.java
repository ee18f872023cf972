package studio.ctnr.wizard.review;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import studio.ctnr.engine.amend.Amendments;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.rules.ChangeFilter;
import studio.ctnr.engine.rules.Decision;
import studio.ctnr.engine.rules.Decisions;
import studio.ctnr.engine.rules.RuleSet;
import studio.ctnr.wizard.diff.DiffState;
import studio.ctnr.wizard.diff.DiffTree;
import studio.ctnr.wizard.diff.MemoryChanges;
import studio.ctnr.wizard.diff.TreeBuilder;

/** A project that is open for review: its changes, its rules, and the file that its decisions are kept in. */
public final class ReviewSession {
    private static final int EXAMPLES = 200;

    private final CaptureProject project;
    private final DiffTree tree;
    private final RuleSet rules;
    private final Kept kept;
    private final DiffState first;

    private ReviewSession(CaptureProject project, DiffTree tree, RuleSet rules, Kept kept) throws IOException {
        this.project = project;
        this.tree = tree;
        this.rules = rules;
        this.kept = kept;
        this.first = judged(kept);
    }

    /** Reads all that a review needs. */
    static ReviewSession open(CaptureProject project, String files, String registry) throws IOException {
        DiffTree tree = TreeBuilder.build(MemoryChanges.of(project.changes()), files, registry);
        RuleSet rules = RuleSet.bundled().plus(RuleSet.read(project.rules()));
        Kept kept = new Kept(Decisions.read(project.verdicts()), Amendments.read(project.amendments()));
        return new ReviewSession(project, tree, rules, kept);
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

    /** Keeps what was decided and judges by it; one at a time, so that the newest is what stays on disk. */
    synchronized DiffState judge(Kept now) throws IOException {
        now.decisions().write(project.verdicts());
        now.amendments().write(project.amendments());
        return judged(now);
    }

    private DiffState judged(Kept now) throws IOException {
        return DiffState.judge(tree, rules.plus(now.decisions().rules()), now.amendments());
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
        ChangeFilter filter = ChangeFilter.of(decision, tree.changes().machine());
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
