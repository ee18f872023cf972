package studio.ctnr.studio.editor.logs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.engine.run.RuntimeEvent;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.dialog.FileChoice;
import studio.ctnr.toolkit.dialog.Question;
import studio.ctnr.toolkit.notice.Notice;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;

/** What can be done with the log of a container. */
final class LogActions {
    private final LogsViewModel model;
    private final Path log;
    private final Desk desk;
    private final ObservableBooleanValue some;

    LogActions(LogsViewModel model, Path log, Desk desk) {
        this.model = model;
        this.log = log;
        this.desk = desk;
        some = Bindings.isNotEmpty(model.shown());
    }

    /** What the filters let through, as JSON lines or as a table. */
    Action export() {
        return Action.of("logs.export", Texts.text("logs.export"), this::chooseExport)
                .icon(BootstrapIcons.BOX_ARROW_UP)
                .enabledWhen(some);
    }

    Action clear() {
        return Action.of("logs.clear", Texts.text("logs.clear"), this::askClear)
                .icon(BootstrapIcons.ERASER)
                .enabledWhen(Bindings.isNotEmpty(model.events()));
    }

    Action openFolder() {
        return Action.of("logs.folder", Texts.text("logs.folder"), this::open).icon(BootstrapIcons.FOLDER2_OPEN);
    }

    private void open() {
        Path folder = log.getParent();
        desk.background()
                .call(() -> Files.isDirectory(folder))
                .onSuccess(there -> {
                    if (there) {
                        desk.dialogs().open(folder);
                    } else {
                        desk.notices().tell(Notice.tell(Texts.text("logs.folder.none")));
                    }
                })
                .start();
    }

    private void askClear() {
        desk.dialogs()
                .ask(Question.destroy(
                        Texts.text("logs.clear.title"),
                        Texts.text("logs.clear.text"),
                        Texts.text("logs.clear.act"),
                        () -> model.clear(
                                e -> desk.notices().tell(Problem.of("LOG-CLEAR", Texts.text("logs.unwritable", e))))));
    }

    private void chooseExport() {
        FileChoice choice = FileChoice.save(
                Texts.text("logs.export.title"),
                "events.jsonl",
                new FileChoice.Filter(Texts.text("logs.export.lines"), List.of("*.jsonl")),
                new FileChoice.Filter(Texts.text("logs.export.table"), List.of("*.csv")));
        desk.dialogs().choose(choice, files -> write(files.getFirst()));
    }

    private void write(Path file) {
        List<RuntimeEvent> events = List.copyOf(model.shown());
        boolean table = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        desk.background()
                .call(() -> {
                    if (table) {
                        LogExport.table(events, file);
                    } else {
                        LogExport.lines(events, file);
                    }
                    return file;
                })
                .onSuccess(written -> desk.notices()
                        .tell(Notice.done(Texts.count("logs.exported", events.size(), written.getFileName()))))
                .onError(
                        IOException.class,
                        e -> desk.notices()
                                .tell(Problem.of(
                                        "LOG-EXPORT",
                                        Texts.text("logs.unwritable", e.getMessage()),
                                        new Remedy(Texts.text("logs.export.other"), this::chooseExport))))
                .start();
    }
}
