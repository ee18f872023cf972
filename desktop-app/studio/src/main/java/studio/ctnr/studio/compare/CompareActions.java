package studio.ctnr.studio.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.dialog.FileChoice;
import studio.ctnr.toolkit.notice.Notice;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;

/** What can be done with a comparison. */
final class CompareActions {
    final Action swap;
    final Action export;
    final Action find;

    private final CompareViewModel model;
    private final Desk desk;

    /** @param find leads to the filter */
    CompareActions(CompareViewModel model, Desk desk, Runnable find) {
        this.model = model;
        this.desk = desk;
        swap = Action.of("compare.swap", Texts.text("compare.swap"), model::swap)
                .icon(BootstrapIcons.ARROW_LEFT_RIGHT);
        export = Action.of("compare.export", Texts.text("compare.export"), this::choose)
                .icon(BootstrapIcons.BOX_ARROW_UP)
                .shortcut("Shortcut+E")
                .enabledWhen(Bindings.isNotEmpty(model.rows()));
        this.find = Action.of("compare.find", Texts.text("compare.filter"), find)
                .icon(BootstrapIcons.SEARCH)
                .shortcut("Shortcut+F");
    }

    List<Action> all() {
        return List.of(find, swap, export);
    }

    private void choose() {
        FileChoice choice = FileChoice.save(
                Texts.text("compare.export.title"),
                "differences.txt",
                new FileChoice.Filter(Texts.text("compare.export.text"), List.of("*.txt")),
                new FileChoice.Filter("JSON", List.of("*.json")),
                new FileChoice.Filter("CSV", List.of("*.csv")));
        desk.dialogs().choose(choice, files -> write(files.getFirst()));
    }

    /** Those that the filters let through. */
    private void write(Path file) {
        CompareExport export = model.export();
        desk.background()
                .call(() -> {
                    export.write(file);
                    return file;
                })
                .onSuccess(written -> desk.notices()
                        .tell(Notice.done(
                                Texts.count("compare.exported", export.rows().size(), written.getFileName()))))
                .onError(
                        IOException.class,
                        e -> desk.notices()
                                .tell(Problem.of(
                                        "COMPARE-EXPORT",
                                        Texts.text("compare.unwritable", e.getMessage()),
                                        new Remedy(Texts.text("compare.export.other"), this::choose))))
                .start();
    }
}
