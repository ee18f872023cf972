package studio.ctnr.wizard.review;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import studio.ctnr.engine.rules.RuleSet;
import studio.ctnr.toolkit.support.FxTest;
import studio.ctnr.wizard.diff.Category;
import studio.ctnr.wizard.diff.DiffFilter;
import studio.ctnr.wizard.diff.DiffState;
import studio.ctnr.wizard.diff.DiffTree;
import studio.ctnr.wizard.diff.ExampleChanges;
import studio.ctnr.wizard.diff.Shown;
import studio.ctnr.wizard.diff.TextFilter;

/** Times the diff tree with 100,000 changes, alone and in a window; {@code bench/difftree.sh} runs it. */
class DiffTreeBench extends FxTest {
    private static final int ROUNDS = Integer.getInteger("ctnr.rounds", 21);
    private static final int FILES = 60_000;
    private static final int VALUES = 40_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final ExampleChanges CHANGES = changes();

    private DiffTable table;

    /** Folders of 50 files and keys of 20 values, four levels deep, as a large application has them. */
    private static ExampleChanges changes() {
        ExampleChanges changes = new ExampleChanges();
        for (int file = 0; file < FILES; file++) {
            int folder = file / 50;
            String path = "C:\\Program Files\\Suite\\part%d\\module%d".formatted(folder / 40, folder);
            if (file % 50 == 0) {
                changes.folder(path);
            }
            changes.file(
                    path + "\\component-%d.%s".formatted(file, file % 7 == 0 ? "dll" : file % 5 == 0 ? "png" : "dat"),
                    file * 37L % 200_000);
        }
        for (int value = 0; value < VALUES; value++) {
            String key = "HKLM\\Software\\Suite\\Class%d\\Setting%d".formatted(value / 2000, value / 20);
            changes.value(key, "Value" + value % 20, "C:\\Program Files\\Suite\\component-" + value + ".dll");
        }
        return changes;
    }

    @Test
    void model() throws Exception {
        time("tree of changes in memory, made", CHANGES::tree);
        DiffTree tree = CHANGES.tree();
        System.out.printf("rows: %,d%n", tree.size());
        RuleSet rules = RuleSet.bundled();
        time("all changes judged again after a decision", () -> DiffState.judge(tree, rules));
        DiffState state = DiffState.judge(tree, rules);
        filter("everything", state, DiffFilter.ALL);
        filter("text, 11 matches", state, DiffFilter.ALL.withText(TextFilter.of("component-5432")));
        filter("text, no match", state, DiffFilter.ALL.withText(TextFilter.of("not there")));
        filter("expression", state, DiffFilter.ALL.withText(TextFilter.of("/module1[0-9]+\\\\.*7\\.(dll|png)$/")));
        filter("quick filter", state, DiffFilter.ALL.withCategories(Set.of(Category.EXECUTABLES)));
    }

    private static void filter(String name, DiffState state, DiffFilter filter) throws Exception {
        time("filter: " + name, () -> Shown.of(state, filter));
    }

    @Test
    void window() throws Exception {
        DiffState state = DiffState.judge(CHANGES.tree(), RuleSet.bundled());
        Shown all = Shown.of(state, DiffFilter.ALL);
        Shown few = Shown.of(state, DiffFilter.ALL.withText(TextFilter.of("component-5432")));
        Shown many = Shown.of(state, DiffFilter.ALL.withCategories(Set.of(Category.EXECUTABLES)));
        StackPane root = new StackPane();
        show(() -> root);
        time(
                "window: opened, until it is drawn",
                () -> drawn(() -> {
                    table = new DiffTable((nodes, outcome) -> {});
                    root.getChildren().setAll(table);
                    table.show(all);
                }));
        time("window: filtered to few, until it is drawn", () -> drawn(() -> table.show(few)));
        time("window: filtered to many, until it is drawn", () -> drawn(() -> table.show(many)));
        drawn(() -> table.show(all));
        time("window: every folder opened, until it is drawn", () -> drawn(() -> table.openAll(true)));
        System.out.printf("rows that are open: %,d%n", onFx(table::getExpandedItemCount));
        int[] row = {0};
        time("window: scrolled to somewhere else", () -> drawn(() -> table.scrollTo((row[0] += 7919) % 90_000)));
    }

    /** Does it, and waits until the next frame has been laid out; gives the FX thread's own time in nanoseconds. */
    private Long drawn(Runnable work) throws Exception {
        CompletableFuture<Long> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            long start = THREADS.getCurrentThreadCpuTime();
            work.run();
            Runnable[] after = new Runnable[1];
            after[0] = () -> {
                stage.getScene().removePostLayoutPulseListener(after[0]);
                done.complete(THREADS.getCurrentThreadCpuTime() - start);
            };
            stage.getScene().addPostLayoutPulseListener(after[0]);
            Platform.requestNextPulse();
        });
        return done.get(60, TimeUnit.SECONDS);
    }

    /** The wall's time, and beside it the processor's, which says more where a machine is busy with other things. */
    private static void time(String what, Callable<?> work) throws Exception {
        double[] times = new double[ROUNDS];
        double[] processor = new double[ROUNDS];
        for (int round = -3; round < ROUNDS; round++) {
            long start = System.nanoTime();
            long own = THREADS.getCurrentThreadCpuTime();
            Object made = work.call();
            long took = THREADS.getCurrentThreadCpuTime() - own;
            if (round >= 0) {
                times[round] = (System.nanoTime() - start) / 1e6;
                processor[round] = (made instanceof Long drawn ? drawn : took) / 1e6;
            }
            java.lang.ref.Reference.reachabilityFence(made);
        }
        Arrays.sort(times);
        Arrays.sort(processor);
        System.out.printf(
                Locale.ROOT,
                "%-50s %8.1f ms, processor %7.1f ms (worst %.1f, %.1f)%n",
                what,
                times[ROUNDS / 2],
                processor[ROUNDS / 2],
                times[ROUNDS - 1],
                processor[ROUNDS - 1]);
    }
}
