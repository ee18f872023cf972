package studio.ctnr.wizard.review;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import studio.ctnr.toolkit.dialog.FileChoice;
import studio.ctnr.toolkit.notice.Notice;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;
import studio.ctnr.wizard.diff.DiffTree;
import studio.ctnr.wizard.text.Texts;

/** Saves a captured file somewhere on this host. */
record FileExport(ReviewViewModel viewModel, Desk desk) {
    void export(DiffTree tree, int node) {
        String name = tree.name(node);
        desk.dialogs()
                .choose(
                        FileChoice.save(Texts.text("review.export.title", name), name),
                        chosen -> save(
                                tree.changes()
                                        .content(tree.file(node).orElseThrow().path()),
                                chosen.getFirst()));
    }

    private void save(Path content, Path goal) {
        desk.background()
                .call(() -> Files.copy(content, goal, StandardCopyOption.REPLACE_EXISTING))
                .onSuccess(
                        saved -> desk.notices().tell(Notice.done(Texts.text("review.exported", saved.getFileName()))))
                .onError(failure -> desk.notices()
                        .tell(Problem.of(
                                "REVIEW-EXPORT",
                                Texts.text("review.export.failed", goal, failure.getMessage()),
                                new Remedy(Texts.text("review.again"), () -> save(content, goal)))))
                .start();
    }
}
