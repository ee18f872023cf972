package studio.ctnr.wizard.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import studio.ctnr.engine.change.ChangeKind;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.toolkit.dialog.FileChoice;
import studio.ctnr.toolkit.notice.Notice;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;
import studio.ctnr.wizard.diff.DiffState;
import studio.ctnr.wizard.diff.DiffTree;
import studio.ctnr.wizard.diff.NodeKind;
import studio.ctnr.wizard.diff.Shown;
import studio.ctnr.wizard.text.Texts;

/** Saves what was captured somewhere on this host: a file as itself, several in their folders, keys as a .reg file. */
record ReviewExport(Desk desk) {
    /** @param nodes of files, of the registry, or of both */
    void export(DiffState state, List<Integer> nodes) {
        DiffTree tree = state.tree();
        int first = nodes.getFirst();
        List<Integer> keys = nodes.stream().filter(tree::inRegistry).toList();
        if (!keys.isEmpty() && keys.size() < nodes.size()) {
            both(
                    state,
                    keys,
                    nodes.stream().filter(node -> !tree.inRegistry(node)).toList());
        } else if (tree.inRegistry(first)) {
            String name = tree.kind(first) == NodeKind.ROOT ? "registry" : last(tree.path(first));
            desk.dialogs()
                    .choose(
                            FileChoice.save(
                                    Texts.text("review.export.registry"),
                                    name + ".reg",
                                    new FileChoice.Filter(Texts.text("review.export.reg"), List.of("*.reg"))),
                            chosen -> save(
                                    chosen.getFirst(),
                                    () -> Texts.count(
                                            "review.exported.values",
                                            RegistryExport.write(state, nodes, chosen.getFirst()),
                                            chosen.getFirst().getFileName())));
        } else if (nodes.size() == 1 && tree.kind(first) == NodeKind.FILE) {
            desk.dialogs()
                    .choose(
                            FileChoice.save(Texts.text("review.export.title", tree.name(first)), tree.name(first)),
                            chosen -> save(chosen.getFirst(), () -> {
                                copy(tree, first, chosen.getFirst());
                                return Texts.text(
                                        "review.exported", chosen.getFirst().getFileName());
                            }));
        } else {
            desk.dialogs()
                    .choose(
                            FileChoice.folder(Texts.text("review.export.folder")),
                            chosen -> save(
                                    chosen.getFirst(),
                                    () -> Texts.count(
                                            "review.exported.files",
                                            copyAll(tree, nodes, chosen.getFirst()),
                                            chosen.getFirst())));
        }
    }

    /** Files in their folders, and keys as a .reg file beside them. */
    private void both(DiffState state, List<Integer> keys, List<Integer> files) {
        desk.dialogs()
                .choose(
                        FileChoice.folder(Texts.text("review.export.folder")),
                        chosen -> save(chosen.getFirst(), () -> {
                            Path folder = chosen.getFirst();
                            int copied = copyAll(state.tree(), files, folder);
                            int values = RegistryExport.write(state, keys, folder.resolve("registry.reg"));
                            return Texts.count("review.exported.files", copied, folder) + ", "
                                    + Texts.count("review.exported.values", values, "registry.reg");
                        }));
    }

    /** What the table shows, as a list. */
    void list(Shown shown) {
        desk.dialogs()
                .choose(
                        FileChoice.save(
                                Texts.text("review.export-list.title"),
                                "changes.csv",
                                new FileChoice.Filter("CSV", List.of("*.csv")),
                                new FileChoice.Filter("JSON", List.of("*.json"))),
                        chosen -> save(
                                chosen.getFirst(),
                                () -> Texts.count(
                                        "review.exported.list",
                                        ChangeList.write(shown, chosen.getFirst()),
                                        chosen.getFirst().getFileName())));
    }

    private void save(Path goal, Callable<String> work) {
        desk.background()
                .call(work)
                .onSuccess(done -> desk.notices().tell(Notice.done(done)))
                .onError(failure -> desk.notices()
                        .tell(Problem.of(
                                "REVIEW-EXPORT",
                                Texts.text("review.export.failed", goal, failure.getMessage()),
                                new Remedy(Texts.text("review.again"), () -> save(goal, work)))))
                .start();
    }

    /** Each file below the folder that its own lies in, as on the captured machine. */
    private static int copyAll(DiffTree tree, List<Integer> nodes, Path goal) throws IOException {
        int files = 0;
        for (int top : nodes) {
            int start = holder(tree.path(top)).length();
            for (int node = top; node < tree.end(top); node++) {
                if (tree.kind(node) == NodeKind.FILE && tree.happened(node).orElseThrow() != ChangeKind.DELETED) {
                    String below = tree.path(node).substring(start).replace(":", "");
                    Path target = goal;
                    for (String part : below.split("\\\\")) {
                        target = part.isEmpty() ? target : target.resolve(part);
                    }
                    Files.createDirectories(target.getParent());
                    copy(tree, node, target);
                    files++;
                }
            }
        }
        return files;
    }

    private static void copy(DiffTree tree, int node, Path goal) throws IOException {
        FileChange change = tree.file(node).orElseThrow();
        Files.copy(tree.changes().content(change.path()), goal, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String holder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('\\')));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('\\') + 1);
    }
}
