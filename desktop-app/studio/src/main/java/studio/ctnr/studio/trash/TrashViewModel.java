package studio.ctnr.studio.trash;

import java.util.List;
import java.util.concurrent.Callable;
import studio.ctnr.studio.bench.Bench;
import studio.ctnr.studio.bench.Failures;
import studio.ctnr.studio.rows.LoadedRows;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.dialog.Question;
import studio.ctnr.toolkit.notice.Notice;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.text.ByteSize;
import studio.ctnr.workbench.inventory.RetiredContainer;

/** The retired containers, each of which can be brought back or deleted for good. */
public final class TrashViewModel {
    private final Bench bench;
    private final Desk desk;
    private final LoadedRows<RetiredContainer> retired;

    public TrashViewModel(Bench bench, Desk desk) {
        this.bench = bench;
        this.desk = desk;
        retired = new LoadedRows<>(desk.background(), bench::trash);
    }

    /** The latest first. */
    public LoadedRows<RetiredContainer> retired() {
        return retired;
    }

    /** In bytes. */
    long size() {
        return retired.items().stream().mapToLong(RetiredContainer::size).sum();
    }

    public void bringBack(RetiredContainer container) {
        start(() -> bringBack(container), () -> {
            bench.bringBack(container.token());
            return Texts.text("retire.undone", container.name());
        });
    }

    /** Deletes one for good, after a question. */
    public void purge(RetiredContainer container) {
        desk.dialogs()
                .ask(Question.destroy(
                        Texts.text("trash.purge.title", container.name()),
                        container.linked()
                                ? Texts.text("trash.purge.linked", container.folder())
                                : Texts.text("trash.purge.text", ByteSize.shown(container.size())),
                        Texts.text("trash.purge"),
                        () -> purge(List.of(container))));
    }

    /** Deletes all for good, after a question. */
    public void empty() {
        List<RetiredContainer> all = List.copyOf(retired.items());
        desk.dialogs()
                .ask(Question.destroy(
                        Texts.text("trash.empty.title"),
                        Texts.count("trash.empty.text", all.size(), ByteSize.shown(size())),
                        Texts.text("trash.empty"),
                        () -> purge(all)));
    }

    private void purge(List<RetiredContainer> some) {
        start(() -> purge(some), () -> {
            for (RetiredContainer each : some) {
                bench.purge(each);
            }
            return Texts.count("trash.purged", some.size());
        });
    }

    /** What was done of several is seen, though one of them failed. */
    private void start(Runnable again, Callable<String> work) {
        desk.background()
                .call(work)
                .onSuccess(done -> desk.notices().tell(Notice.done(done)))
                .onError(e -> desk.notices().tell(Failures.of(e, again)))
                .atEnd(retired::load)
                .start();
    }
}
